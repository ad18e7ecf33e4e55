import type { PersonHit } from './hit.ts';
import { END, HOUSEHOLD, PERSON, RELATIVE, ROLE, START, TELLS, TROUBLE } from './person-words.ts';

const OWN = String.raw`(?:(?:mijn|onze|m’n|m'n|my|our) (?:over|onder|boven|beneden|achter|naast)?(?:buur(?:man|vrouw|meisje|jongen)|neighbou?r)|my (?:upstairs|downstairs|next-door) neighbou?r|(?:mijn|onze|de) (?:over|onder|boven|beneden|achter|naast)buren|(?:die|dat|deze|dit|that|this) (?:ene |one )?(?:${PERSON}|${HOUSEHOLD})|(?:er woont |there is |hier woont )(?:een|a|an) (?:[\p{L}-]+ )?(?:${PERSON}|${HOUSEHOLD}))`;
const KIN = String.raw`(?:mijn|m’n|m'n|onze|zijn|z’n|z'n|haar|hun|my|our|his|her|their) (?:(?:oude|jonge|jongste|oudste|kleine|demente|zieke|old|young|little) )?${RELATIVE}`;

const about = (who: string, gap: string, what: string) =>
	new RegExp(`${START}${who}${END}${gap}${START}${what}${END}`, 'giu');

/** One neighbour, person, family or relative with something to worry about in the same sentence. */
const TROUBLED = about(`(?:${OWN}|${KIN})`, `${TELLS}[^.!?\\n]{0,60}?`, TROUBLE);

const OF_WHOM = String.raw`(?: (?:van|op|uit|in|aan|bij|of|at) [^.!?,\n]{1,40}?)?`;
const DOES_WRONG = String.raw`(?:drinkt|slaat|steelt|pikt|dealt|gebruikt drugs|mishandelt|witwast|wast geld wit|fraudeert|stalkt|zit aan de|scheldt|verhuurt [^.!?\n]{0,20}zwart|drinks|steals|beats|hits)`;
const SUFFERS = String.raw`(?:is|was|heeft|kreeg|zit|ligt|werd|wordt|has|have) (?:\p{L}+ ){0,2}?(?:ziek|overspannen|dronken|gescheiden|verslaafd|dement|depressief|opgenomen|ontslagen|opgepakt|aangehouden|geschorst|overleden|failliet|zwanger|mishandeld|bedreigd|weg na|kanker|schulden|ruzie met|een burn-out|thuis met|thuis na|een affaire|ill|sick|drunk|addicted|arrested|divorced|cancer)`;

/** Somebody whom everybody knows by what they do, with a story about themselves: “de imam van de moskee is ziek”. */
const KNOWN = about(
	`(?:de|die|onze|het|the|our) (?:\\p{L}+e )?${ROLE}`,
	`${OF_WHOM} `,
	`(?:${DOES_WRONG}|${SUFFERS})`,
);

/** A story about one person in trouble: “mijn buurman drinkt te veel”, “haar zoontje wordt gepest”. */
export function findTroubled(text: string): PersonHit[] {
	return [TROUBLED, KNOWN].flatMap((pattern) =>
		Array.from(text.matchAll(pattern), (match) => ({
			kind: 'troubled' as const,
			start: match.index,
			end: match.index + match[0].length,
		})),
	);
}
