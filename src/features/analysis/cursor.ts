import { invalidField } from '#kernel/failure.ts';
import { isId } from '#kernel/id.ts';

/** A place in the list of findings: the moment a finding was added, and its id. */
export interface ListCursor {
	at: Date;
	id: string;
}

/** The place of a finding as a text for an address. */
export function cursorOf(finding: { createdAt: Date; id: string }): string {
	return `${finding.createdAt.getTime()}_${finding.id}`;
}

/** Reads a cursor back; null for none. Throws `input.invalid` when it was not made by `cursorOf`. */
export function readCursor(text: string | undefined): ListCursor | null {
	if (text === undefined) return null;
	const [at = '', id = '', ...rest] = text.split('_');
	if (!/^\d{1,15}$/.test(at) || !isId(id) || rest.length > 0)
		throw invalidField('after', 'invalid');
	return { at: new Date(Number(at)), id };
}
