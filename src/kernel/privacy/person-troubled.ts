import type { PersonHit } from './hit.ts';
import { END, HOUSEHOLD, PERSON, START } from './person-words.ts';

const OWN = String.raw`(?:(?:mijn|onze|m’n|m'n|my|our) (?:over|onder|boven|achter|naast)?(?:buur(?:man|vrouw|meisje|jongen)|neighbou?r)|my (?:upstairs|downstairs|next-door) neighbou?r|(?:die|dat|deze|dit|that|this) (?:ene |one )?(?:${PERSON}|${HOUSEHOLD})|(?:er woont |there is |hier woont )(?:een|a|an) (?:[\p{L}-]+ )?(?:${PERSON}|${HOUSEHOLD}))`;
const TROUBLE = String.raw`(?:drinkt|is (?:al )?(?:vaak )?dronken|gebruikt drugs|dealt|verslaafd\p{L}*|slaat|mishandel\p{L}*|schreeuwt|scheldt|dement\p{L}*|verward\p{L}*|depressief|depressieve|psychotisch\p{L}*|schizofre\p{L}*|autistisch\p{L}*|verwaarloos\p{L}*|vervuil\p{L}*|vereenzaam\p{L}*|eenzaam|in de war|zelfmoord|suïcid\p{L}*|schulden|ontruimd|uit huis gezet|stalkt|bedreigt|bedreigd|komt (?:nooit|niet meer) buiten|gevangenis|illegaal|geslagen|jeugdzorg|opgenomen|overspannen|burn-out|zonder papieren|ziek|kanker|psychiatri\p{L}*|huilt|blauwe plekken|drinks|is drunk|deals|addicted|beats|hits|screams|confused|depressed|neglect\p{L}*|lonely|in debt|never comes out|abus\p{L}*)`;
// Who tells something is no one it is told about.
const TELLS = String.raw`(?! (?:(?:van|uit|met) [^.!?\n]{0,30})?(?:zegt|zei|vertelt|vertelde|vindt|vond|noemt|noemde|merkt|meldt|gaf|geeft|hoort|ziet|vraagt|says|said|told|tells|thinks|mentions))`;

/** One neighbour, person or family with something to worry about in the same sentence. */
const TROUBLED = new RegExp(
	`${START}${OWN}${END}${TELLS}[^.!?\\n]{0,60}?${START}${TROUBLE}${END}`,
	'giu',
);

/** A story about one person in trouble: “mijn buurman drinkt te veel”. */
export function findTroubled(text: string): PersonHit[] {
	return Array.from(text.matchAll(TROUBLED), (match) => ({
		kind: 'troubled' as const,
		start: match.index,
		end: match.index + match[0].length,
	}));
}
