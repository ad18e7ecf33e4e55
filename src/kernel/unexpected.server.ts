import { newId } from './id.ts';
import { loggable } from './loggable.ts';

/**
 * Writes an unexpected error to the log, for those who run the program, and gives the number under which it stands
 * there: all that whoever asked gets to see of it. `place` is no address that holds a secret.
 */
export function logUnexpected(error: unknown, method: string, place: string): string {
	const id = newId();
	console.error(`[${id}] ${method} ${place}\n${loggable(error)}`);
	return id;
}
