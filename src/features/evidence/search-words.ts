import * as v from 'valibot';
import content from '#content/search-synonyms.json' with { type: 'json' };

/** Words and expressions that mean the same to whoever looks for one of them (`content/search-synonyms.json`). */
const synonymsSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	groups: v.pipe(
		v.array(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(3))), v.minLength(2))),
		v.minLength(1),
	),
});

const { groups } = v.parse(synonymsSchema, content);

/** What is looked for: every one of these has to be there, in one of its ways of saying it. */
export type Sought = readonly (readonly string[])[];

/** No more words than anybody types; what comes after is left out, and `isCut` says so. */
const mostWords = 12;

/**
 * Takes apart what somebody typed: an expression of the list of synonyms stays together and brings the other ways to say
 * it along, every other word stands for itself. Capitals, accents and signs make no difference.
 */
export function soughtIn(typed: string): { sought: Sought; isCut: boolean } {
	const words = plain(typed).split(' ').filter(Boolean);
	const sought: string[][] = [];
	let at = 0;
	while (at < words.length && sought.length < mostWords) {
		const { length, others } = longestKnown(words, at);
		sought.push([words.slice(at, at + length).join(' '), ...others]);
		at += length;
	}
	return { sought, isCut: at < words.length };
}

/** The longest expression of the list that begins here, with the other ways to say it; else the one word. */
function longestKnown(words: readonly string[], at: number): { length: number; others: string[] } {
	for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
		const others = othersOf.get(words.slice(at, at + length).join(' '));
		if (others) return { length, others: [...others] };
	}
	return { length: 1, others: [] };
}

/** Small letters and digits without accents, one space between words: as `fold_name` of the database does it. */
export function plain(text: string): string {
	const bare = text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '');
	return bare.replace(/[^a-z0-9]+/g, ' ').trim();
}

const othersOf = new Map<string, Set<string>>();
for (const group of groups.map((some) => some.map(plain)))
	for (const one of group) {
		const others = othersOf.get(one) ?? new Set();
		for (const other of group) if (other !== one) others.add(other);
		othersOf.set(one, others);
	}
const longest = Math.max(...[...othersOf.keys()].map((known) => known.split(' ').length));
