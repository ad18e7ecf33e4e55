import type { PersonHit } from './hit.ts';
import { firstNames, namesLikeWords } from './person-first-names.ts';

/** A word with a capital, with what may hang on it: “Anne-Marie”, “Anna’s”. */
const CAPITALISED = /(?<![\p{L}\d'’@#.-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?![\p{L}\d@])/gu;

// What streets, schools, churches and flats called after somebody end in.
const PLACE =
	'(?:straat|str|laan|plein|weg|steeg|singel|kade|gracht|dijk|park|plantsoen|hof|hofje|huis|gebouw|toren|flat|school|college|lyceum|mavo|kerk|kapel|moskee|gemeente|parochie|klooster|centrum|zaal|hal|brug|tunnel|viaduct|poort|haven|sluis|markt|veld|court|bos|tuin|oord|burg|dal|berg|stede|buurt|wijk|kwartier|ziekenhuis|kliniek|hoeve|boerderij|molen|fonds|stichting|dag|feest|bank|bibliotheek|street|square|road|lane|school|church|park)';
/** “Anna’s Hoeve”. */
const PLACE_CAPITAL = PLACE.replace(/(?<=[:|])\p{Ll}/gu, (letter) => letter.toUpperCase());
const PLACE_NEXT = new RegExp(
	`^(?:['’]s)?(?:[-–]${PLACE}|\\s(?:${PLACE}|${PLACE_CAPITAL})(?!\\p{L})|\\s(?:(?:van|de|den|der|ten|ter|te|het|’t|'t)\\s){0,3}(?:\\p{Lu}[\\p{L}’'-]{0,30}\\s){0,2}\\p{Lu}[\\p{L}’'-]{0,30}${PLACE}(?!\\p{Ll}))`,
	'u',
);
/** Before it: a title of somebody in history, or what a place or a business is. */
const NO_PERSON_BEFORE =
	/(?:^|[^\p{L}])(?:sint|st\.?|san|santa|heilige|koning|koningin|prins|prinses|keizer|keizerin|graaf|gravin|paus|apostel|zwarte|saint|king|queen|prince|princess|de|het|’t|'t|der|flat|school|basisschool|kerk|caf[eé]|bar|restaurant|salon|kapsalon|winkel|supermarkt|bakkerij|slagerij|snackbar|cafetaria|pizzeria|stichting|vereniging|club|firma|bedrijf|huize|hotel|camping|speeltuin|buurthuis|wijkcentrum|dorpshuis|verzorgingshuis|zorgcentrum|hospice|winkelcentrum|wijkteam|team|theater|bioscoop|halte|bushalte|kinderopvang|cr[eè]che|plein|park|project|storm|orkaan)\s["“‘']?$/iu;
/** People of history, shops, and a month in English, by what comes behind the first name. */
const KNOWN_NEXT =
	/^ (?:Heijn|Linders|Modaal|Rap|Montessori|Steiner|Luther|Frank(?!\p{L})|Cruij?ff|Cruyff|Mondriaan|(?:van )?Gogh|van Oranje|de Zwijger|Bijbel|Hemelvaart|I{1,3}(?!\p{L})|en alleman|met de pet|(?:19|20)\d\d(?!\d))/u;
const SENTENCE_BEGINS = /(?:^|[.!?:;“"„‘(\n–-])\s*$/u;
/** What only somebody does, or what stands beside a name. */
const DOES =
	/^(?:,| \(| en zijn | en haar | (?:zegt|zei|vertelt|vertelde|vindt|vond|woont|woonde|werkt|werkte|komt|kwam|gaat|ging|wil|wilde|durft|kan|kent|helpt|hielp|heeft|had|zit|zat|staat|stond|loopt|liep|drinkt|slaapt|sliep|mag|moet|voelt|krijgt|kreeg|maakt|regelt|rijdt|belde|belt|vroeg|vraagt|zorgt|uit de|uit het|van de|van het|van nummer|haar|zijn|z’n|says|said|told|lives|wants|has|is)(?!\p{L}))/u;
const WITH_SOMEBODY =
	/(?<!\p{L})(?:met|aan|van|door|bij|volgens|over|namens|sprak|with|by|about) $/iu;
const KIN =
	/^ (?:vader|moeder|ouders|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|man|vrouw|kind|kinderen|buurman|buurvrouw|vriend|vriendin|huis|hond|opa|oma)(?!\p{L})/u;

/**
 * People by their first name alone: “Gerrit veegt het plein”, “met Fatima gesproken”, “Peters dochter”. Not the streets,
 * schools, shops and kings that are called as people are.
 */
export function findFirstNames(text: string): PersonHit[] {
	return Array.from(text.matchAll(CAPITALISED))
		.filter((match) => isSomebody(match[0], text, match.index))
		.map((match) => ({
			kind: 'named',
			start: match.index,
			end: match.index + match[0].length,
		}));
}

function isSomebody(word: string, text: string, start: number): boolean {
	const before = text.slice(Math.max(0, start - 24), start);
	const after = text.slice(start + word.length, start + word.length + 90);
	if (NO_PERSON_BEFORE.test(before) || PLACE_NEXT.test(after) || KNOWN_NEXT.test(after))
		return false;
	const name = plain(word);
	const [first = ''] = name.split('-');
	if (firstNames.has(name) || firstNames.has(first)) return true;
	if (name.endsWith('s') && firstNames.has(name.slice(0, -1))) return KIN.test(after);
	if (!namesLikeWords.has(name) && !namesLikeWords.has(first)) return false;
	if (SENTENCE_BEGINS.test(before))
		return DOES.test(after) && !/^(?:,| (?:is|zijn|de|het))/u.test(after);
	return DOES.test(after) || WITH_SOMEBODY.test(before);
}

/** In lower case and without accents. */
function plain(word: string): string {
	return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
