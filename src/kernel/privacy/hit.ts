/** What can point to a person in a text. */
export type HitKind = 'bsn' | 'address' | 'phone' | 'email' | 'iban' | 'birthDate' | 'licencePlate';

/** A place in a text, in UTF-16 units as `String.slice` takes them: `text.slice(start, end)`. */
export interface Hit {
	kind: HitKind;
	start: number;
	end: number;
}
