import type { PersonHit } from './hit.ts';
import { END, HOUSEHOLD, PERSON, START } from './person-words.ts';

const NUMBER = String.raw`(?:(?:huis)?(?:nummer|nr|no)\.? ?|number )?\d{1,4}\s?[a-zA-Z]?${END}(?!\s?(?:uur|jaar|jarige?|keer|maanden|weken|dagen|kinderen|mensen|euro|procent|%|o'clock|years|times|[-–]))`;
const STREET = String.raw`(?:de |het )?\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,2}`;
const DOOR = String.raw`(?:(?:${STREET})\s${NUMBER}|(?:huis)?(?:nummer|nr|no)\.? ?\d{1,4}\s?[a-zA-Z]?${END}|number \d{1,4}${END})`;
const WHO = String.raw`(?:${PERSON}|${HOUSEHOLD})`;
const LIVES = String.raw`(?:woont|leeft|zit|wonen|verblijft|lives|live)`;

const WHO_THEN_DOOR = new RegExp(
	`${START}${WHO}${END}(?! (?:and|en) )[^.!?\\n]{0,40}?\\s(?:op|van|in|bij|uit|aan|at|from|of)\\s+${DOOR}`,
	'gu',
);
const BARE_DOOR = new RegExp(`${START}${WHO} (?:op|van) (?:de )?${NUMBER}`, 'giu');
const DOOR_THEN_WHO = new RegExp(
	`${START}(?:(?:[Oo]p|[Ii]n|[Aa]t|[Bb]ij) ${DOOR}|[Oo]p \\d{1,4}),? (?:${LIVES}) [^.!?\\n]{0,40}?${START}${WHO}${END}`,
	'gu',
);

/** One person or household at a house number: “de vrouw van nummer 12”, “op Kerkstraat 14 woont een man”. */
export function findAtDoor(text: string): PersonHit[] {
	return [WHO_THEN_DOOR, BARE_DOOR, DOOR_THEN_WHO].flatMap((pattern) =>
		Array.from(text.matchAll(pattern), (match) => ({
			kind: 'atDoor' as const,
			start: match.index,
			end: match.index + match[0].length,
		})),
	);
}
