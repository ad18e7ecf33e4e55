import type { PersonHit } from './hit.ts';
import { findAtDoor } from './person-at-door.ts';
import { findFirstNames } from './person-by-first-name.ts';
import { findDescribed } from './person-described.ts';
import { findNamed } from './person-named.ts';
import { findTroubled } from './person-troubled.ts';

/**
 * Every place in a note that tells about one person or one household: a name, somebody at a house number, one
 * person told apart by age, place, looks or habit, a neighbour, relative or well-known person in trouble. In order of appearance; an empty list means
 * that nothing was recognised, not that the note is about nobody. Measured in docs/privacy.md.
 *
 * Runs in the browser and on the server alike, and never throws. Dutch, and the plainest forms of English.
 */
export function scanForOnePerson(text: string): PersonHit[] {
	return [
		...findNamed(text),
		...findFirstNames(text),
		...findAtDoor(text),
		...findDescribed(text),
		...findTroubled(text),
	].sort((a, b) => a.start - b.start || b.end - a.end);
}
