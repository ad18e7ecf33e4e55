import type { PersonHit } from './hit.ts';
import { END, HOUSEHOLD, PERSON, START } from './person-words.ts';

const AGE = String.raw`(?:\d{1,2}|1[01]\d|in de (?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))`;
const SPOT = String.raw`(?:\p{Lu}[\p{L}’'-]+(?:straat|laan|plein|weg|hof|park|kade|singel|flat)|portiek|verdieping|flat|galerij|hoekhuis|hoekwoning|kelder|fietsenkelder|zolder|op de hoek|hiernaast|hierboven|hieronder|op [a-z]+hoog|on the corner|next door|upstairs|downstairs|\p{Lu}\p{L}+ (?:Street|Square|Road|Lane))`;
const WHO = String.raw`(?:${PERSON}|${HOUSEHOLD})`;

const ARTICLE = '(?:[Ee]en|[Dd]e|[Hh]et|[Dd]ie|[Dd]at|[Aa]n?|[Tt]he)';
const AGED_MAN = String.raw`${ARTICLE} ${PERSON},? (?:(?:van|aged) )?(?:(?:ongeveer|rond de|zo’n|about) )?${AGE}(?: jaar| years old)?${END}(?! (?:en|tot|and|to) \d)`;
const YEARS_OLD = String.raw`${ARTICLE} ${AGE}[- ]?(?:jarige|year-old) ${PERSON}${END}`;

/** “een man van 43 die in de Kerkstraat woont”, “de 82-jarige bewoonster van de hoekwoning”. */
const AGED = new RegExp(`${START}(?:${AGED_MAN}|${YEARS_OLD})[^.!?\\n]{0,60}?${SPOT}`, 'gu');
/** “de enige weduwe in het portiek”, “the only Syrian family in the street”. */
const ONLY_ONE = new RegExp(
	`${START}(?:de|het|the) (?:enige|only) (?:[\\p{L}-]+ ){0,2}${WHO}${END}(?! (?:dat|die|dit) [^.]{0,20}(?:zegt|vindt))`,
	'giu',
);
const FLOOR = String.raw`op (?:de )?(?:hoek|begane grond|eerste|tweede|derde|vierde|vijfde|zesde|\d+e)`;
const SOMEONE = String.raw`(?:man|vrouw|jongen|meisje|dame|kerel|woman|boy|girl|lady)`;
/** “de vrouw met de rode scooter”, “die man die elke dag op het bankje zit”, “dezelfde man”. */
const THAT_ONE = new RegExp(
	`${START}(?:(?:de|die|het|dat|the|that) (?:\\p{L}+e |old |young )?${SOMEONE} (?:met (?:de|het|een|zijn|haar)|with (?:the|a|his|her)|die (?:altijd|elke|iedere|hier|daar|alleen|naast|boven|onder|op|in|aan)|who (?:always|lives|walks|sits)|van (?:hiernaast|hierboven|hieronder|de hoek|de overkant)|(?:boven|onder|naast|tegenover|above|opposite) (?:de|het|the)|hiernaast|hierboven|next door)|(?:de|die|het|dat) (?:${PERSON}|${HOUSEHOLD}) ${FLOOR}|(?:dezelfde|the same) ${SOMEONE})${END}`,
	'giu',
);
/** “in het hoekhuis zit een gezin”, “de zoon van de bakker”. */
const BY_HOUSE_OR_KIN = new RegExp(
	`${START}(?:(?:in|op|boven|naast) (?:de|het) (?:hoekhuis|hoekwoning|hoek|zolder|winkel|snackbar|caf\u00e9) (?:woont|zit|leeft) (?:een|dat|die) [^.!?\\n]{0,30}?${START}${WHO}|(?:de|die) (?:zoon|dochter|broer|zus|ex|weduwe) van (?:de|het|mijn|onze|\\p{L}+))${END}`,
	'giu',
);

/** One person told apart by age and place, by being the only one, or by how they look or what they always do. */
export function findDescribed(text: string): PersonHit[] {
	return [AGED, ONLY_ONE, THAT_ONE, BY_HOUSE_OR_KIN].flatMap((pattern) =>
		Array.from(text.matchAll(pattern), (match) => ({
			kind: 'described' as const,
			start: match.index,
			end: match.index + match[0].length,
		})),
	);
}
