import type { PersonHit } from './hit.ts';
import { END, PERSON, START } from './person-words.ts';

const NAME = String.raw`(?:\p{Lu}\.\s?){0,3}(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l|[Aa]l)\s+){0,3}(?:\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\.)`;
const TITLE = String.raw`(?:[Mm]eneer|[Mm]evrouw|[Mm]ijnheer|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Dd]e heer|[Tt]ante|[Oo]om|[Oo]pa|[Oo]ma|[Bb]uur(?:man|vrouw)|[Ff]amilie|[Ff]am\.|[Zz]uster|[Jj]uf|[Jj]uffrouw|[Mm]eester|Mr\.?|Mrs\.?|Ms\.?|Miss)`;

// A street, a school or a building may be called after somebody.
const PLACE =
	'straat|laan|plein|weg|singel|kade|park|plantsoen|hof|huis|school|college|centrum|zaal|brug|Street|Square';
const THING = String.raw`(?!(?:[\p{L}’'-]+ ){0,2}?[\p{L}’'-]*(?:${PLACE})${END}(?<=\p{Lu}[\p{L}’'-]*| (?:school|college|park|huis)))`;

const TITLED = new RegExp(`${START}${TITLE}\\s+${THING}${NAME}`, 'gu');
const CALLED = new RegExp(
	`${START}(?:(?:[Hh]ij|[Zz]ij|[Zz]e|[Hh]e|[Ss]he|wie|${PERSON})(?:,? (?:die|who is))? (?:heet|genaamd|called|named|is called|met de naam)|(?:[Zz]ijn|[Hh]aar|[Mm]ijn|[Hh]is|[Hh]er) naam is|[Hh]er name is|[Hh]is name is) ${NAME}`,
	'gu',
);
/** A first name between a bond and a comma: “mijn buurman, Kees, …”, “de buurjongen Youssef”. */
const APPOSED = new RegExp(
	`${START}(?:[Mm]ijn|[Oo]nze|[Dd]e|[Zz]ijn|[Hh]aar|[Mm]y|[Hh]is|[Hh]er) ${PERSON},? ${THING}${NAME}`,
	'gu',
);

/** People by name: behind a title, behind “called”, behind who they are to the speaker. */
export function findNamed(text: string): PersonHit[] {
	return [TITLED, CALLED, APPOSED].flatMap((pattern) =>
		Array.from(text.matchAll(pattern), (match) => ({
			kind: 'named' as const,
			start: match.index,
			end: match.index + match[0].length,
		})),
	);
}
