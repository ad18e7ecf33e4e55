import file from '#content/vulnerable-groups.json' with { type: 'json' };
import type { Bilingual } from '#kernel/bilingual.ts';

/** A group of people who can come to harm when others read about them (S4 §2.8 and §3.5). */
export interface VulnerableGroup {
	id: string;
	name: Bilingual;
}

const patterns = file.groups.map(({ id, name, words }) => ({
	group: { id, name } satisfies VulnerableGroup,
	pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words.map(asPattern).join('|')})(?![\\p{L}\\d])`, 'iu'),
}));

/** The vulnerable groups that words in these texts point to. A hint: words miss much, and can mean something else. */
export function vulnerableGroupsIn(texts: readonly string[]): VulnerableGroup[] {
	return patterns
		.filter(({ pattern }) => texts.some((text) => pattern.test(text)))
		.map(({ group }) => group);
}

/** Every text that stands somewhere in what was handed in. */
export function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

/** `*` at the end of a word stands for any ending. */
function asPattern(word: string): string {
	const plain = word.replaceAll('.', '\\.').replaceAll(' ', '\\s+');
	return plain.replace(/\*$/, '[\\p{L}-]*');
}
