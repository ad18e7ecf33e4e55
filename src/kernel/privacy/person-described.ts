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
const SOMEONE = String.raw`(?:man|vrouw|mevrouw|meneer|jongen|jochie|meisje|dame|kerel|zwerver|woman|boy|girl|lady)`;
/** “de vrouw met de rode scooter”, “die man die elke dag op het bankje zit”, “dezelfde man”. */
const THAT_ONE = new RegExp(
	`${START}(?:(?:de|die|het|dat|the|that) (?:\\p{L}+e |old |young )?${SOMEONE} (?:met (?:de|het|een|zijn|haar)|in (?:de|zijn|haar) (?:scootmobiel|rolstoel|rode|blauwe|zwarte|witte|groene|gele)|with (?:the|a|his|her)|die (?:altijd|elke|iedere|hier|daar|alleen|naast|boven|onder|op|in|aan)|who (?:always|lives|walks|sits)|van (?:hiernaast|hierboven|hieronder|de hoek|de overkant)|(?:boven|onder|naast|tegenover|above|opposite) (?:de|het|the)|hiernaast|hierboven|next door)|(?:de|die|het|dat) (?:${PERSON}|${HOUSEHOLD}) ${FLOOR}|(?:dezelfde|the same) ${SOMEONE})${END}`,
	'giu',
);
/** “in het hoekhuis zit een gezin”, “de zoon van de bakker”. */
const BY_HOUSE_OR_KIN = new RegExp(
	`${START}(?:(?:in|op|boven|naast) (?:de|het) (?:hoekhuis|hoekwoning|hoek|zolder|winkel|snackbar|caf\u00e9) (?:woont|zit|leeft) (?:een|dat|die) [^.!?\\n]{0,30}?${START}${WHO}|(?:de|die) (?:(?:klein)?(?:zoon|dochter)|broer|broertje|zus|zusje|moeder|vader|opa|oma|neef|nicht|ex|weduwe) van (?:de|het|mijn|onze|\\p{L}+))${END}`,
	'giu',
);

const ALWAYS =
	'(?:altijd|elke dag|iedere dag|elke avond|iedere avond|dagelijks|steeds|weer|vaak|always)';
/** “er staat altijd een man met een baard”, “er loopt een vrouw rond die tegen zichzelf praat”. */
const SEEN_OFTEN = new RegExp(
	`${START}(?:er|hier|daar|there) (?:staat|zit|ligt|slaapt|loopt|hangt|is|sits|stands) (?:(?:hier|daar) )?(?:${ALWAYS} (?:een|dezelfde|die|a) (?:\\p{L}+e )?${SOMEONE}|(?:een|a) (?:\\p{L}+e )?${SOMEONE} (?:rond )?die (?:tegen|altijd|zichzelf|zijn|haar))${END}`,
	'giu',
);
const AT = String.raw`(?:de|het|die) (?:\p{L}+e )?(?:hoek|portiek|flat|galerij|verdieping|hofje|zolder|kelder|kapper|bakker|slager|winkel|snackbar|kroeg|caf\u00e9)`;
/** “bij ons boven zit een man”, “op de hoek woont een weduwe”, “hij woont boven de kapper”. */
const LIVES_THERE = new RegExp(
	`${START}(?:(?:bij ons |hier )?(?:boven|onder|naast ons|tegenover ons|(?:op|in|boven|naast|tegenover|aan) ${AT}) (?:woont|zit|leeft|slaapt|ligt) (?:een|die|dat) (?:\\p{L}+e ){0,2}(?:${PERSON}|${HOUSEHOLD})|(?:hij|zij|ze|he|she) (?:woont|slaapt|lives|sleeps) (?:op|in|boven|onder|naast|tegenover|above|below|opposite) (?:${AT}|the \\p{L}+))${END}`,
	'giu',
);
/** “de oudste bewoner van de straat”, “de buurman twee deuren verder”. */
const TOLD_APART = new RegExp(
	`${START}(?:(?:de|het) (?:oudste|jongste|dikste|rijkste|armste|laatste|eerste) (?:\\p{L}+e )?(?:${PERSON}|${HOUSEHOLD}) (?:van|in|uit) (?:de|het|onze)|(?:de|het|die|dat) (?:nieuwe )?(?:${PERSON}|${HOUSEHOLD}) (?:\\p{L}+ deuren verder|van de overkant|van (?:de|het) (?:\\p{L}+ )?(?:hoek|portiek|verdieping)|uit het (?:\\p{L}+ )?portiek))${END}`,
	'giu',
);

/** One person told apart by age and place, by being the only one, or by how they look or what they always do. */
export function findDescribed(text: string): PersonHit[] {
	return [AGED, ONLY_ONE, THAT_ONE, BY_HOUSE_OR_KIN, SEEN_OFTEN, LIVES_THERE, TOLD_APART].flatMap(
		(pattern) =>
			Array.from(text.matchAll(pattern), (match) => ({
				kind: 'described' as const,
				start: match.index,
				end: match.index + match[0].length,
			})),
	);
}
