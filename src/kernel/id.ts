import { v7 } from 'uuid';

/** A new id: a UUID version 7 (RFC 9562 §5.7), so that ids sort by the moment they were made. */
export function newId(): string {
	return v7();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID of any version, in the usual notation. */
export function isId(text: string): boolean {
	return uuid.test(text);
}
