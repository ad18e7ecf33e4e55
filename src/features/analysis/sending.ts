/** The fields of a form, as they are sent. */
export type Fields = [name: string, value: string][];

/** An action of the form's page, with its fields. */
export interface Sending {
	action: string;
	fields: Fields;
}
