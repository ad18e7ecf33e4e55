/** The kinds of entry that a form goes out with, by the letter of their code: bevinding, aanbod, kennisvraag. */
export const entryLetters = { finding: 'B', provision: 'A', knowledge_need: 'K' } as const;
export type EntryTable = keyof typeof entryLetters;

/** What a code says: which entry, and how it read when the form went out. */
export interface EntryCode {
	table: EntryTable;
	/** The last characters of the entry's id. */
	key: string;
	version: number;
}

/** What the code of a whole form says. */
export interface FormCode {
	/** The last characters of the trajectory's id. */
	trajectory: string;
	isFilled: boolean;
	/** When it went out. */
	at: Date;
}

/** Digits and letters that are not taken for each other when they are typed over. */
const alphabet = '23456789abcdefghjkmnopqrstuvwxyz';
const characters = `[${alphabet}]`;

/** Thirty bits of an id, the random ones at its end, as six characters. */
export function shortKey(id: string): string {
	const bits = Number.parseInt(id.replaceAll('-', '').slice(-8), 16) >>> 2;
	return toAlphabet(bits).padStart(6, alphabet[0]);
}

function toAlphabet(number: number): string {
	const rest = Math.floor(number / 32);
	return (rest > 0 ? toAlphabet(rest) : '') + alphabet[number % 32];
}

function fromAlphabet(text: string): number {
	return [...text.toLowerCase()].reduce((sum, one) => sum * 32 + alphabet.indexOf(one), 0);
}

/** The code of an entry, such as `B-7k3fq2.3`: the third version of a finding. */
export function entryCode(table: EntryTable, id: string, version: number): string {
	return `${entryLetters[table]}-${shortKey(id)}.${version}`;
}

/** The code of a form that goes out: `F-…` filled in, `L-…` empty. */
export function formCode(trajectoryId: string, isFilled: boolean, at: Date): string {
	return `${isFilled ? 'F' : 'L'}-${shortKey(trajectoryId)}.${toAlphabet(at.valueOf())}`;
}

const entryPattern = new RegExp(`\\b([BAK])-(${characters}{6})\\.(\\d{1,9})\\b`, 'i');
const formPattern = new RegExp(`\\b([FL])-(${characters}{6})\\.(${characters}{6,10})\\b`, 'i');

/** The code of an entry in a text, or null. */
export function findEntryCode(text: string): EntryCode | null {
	const [, letter = '', key = '', version] = entryPattern.exec(text) ?? [];
	const table = (Object.keys(entryLetters) as EntryTable[]).find(
		(one) => entryLetters[one] === letter.toUpperCase(),
	);
	return table ? { table, key: key.toLowerCase(), version: Number(version) } : null;
}

/** The code of a form in a text, or null. */
export function findFormCode(text: string): FormCode | null {
	const [, letter, trajectory = '', time = ''] = formPattern.exec(text) ?? [];
	if (!letter) return null;
	const at = new Date(fromAlphabet(time));
	return { trajectory: trajectory.toLowerCase(), isFilled: letter.toUpperCase() === 'F', at };
}

/** A text with codes of entries behind its pieces, as Word files have them: each piece with its code. */
export function splitAtCodes(text: string): { text: string; code: EntryCode | null }[] {
	const pieces: { text: string; code: EntryCode | null }[] = [];
	const bracketed = new RegExp(`\\s*\\[\\s*(${entryPattern.source})\\s*\\]`, 'gi');
	let from = 0;
	for (const found of text.matchAll(bracketed)) {
		pieces.push({ text: text.slice(from, found.index).trim(), code: findEntryCode(found[0]) });
		from = found.index + found[0].length;
	}
	const rest = text.slice(from).trim();
	const last = pieces.at(-1);
	if (!last) return rest === '' ? [] : [{ text: rest, code: null }];
	// What somebody typed behind the last code belongs to that line.
	if (rest !== '') last.text = [last.text, rest].filter(Boolean).join(' ');
	return pieces;
}
