import { diffArrays } from 'diff';

/** A stretch of text that both versions hold, or that one of them does not. */
export interface TextPart {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** With more changes than this, finding the fewest takes too long; then lines are compared instead of words. */
const mostChanges = 3000;

/**
 * What differs between a text and a later version of it, word by word: parts in reading order, which without the removed
 * ones give the later text and without the added ones the former. The fewest changes there are (Myers 1986, in `diff`).
 */
export function textChanges(before: string, after: string): TextPart[] {
	return (
		compare(before, after, /\s+|\S+/g, mostChanges) ??
		compare(before, after, /[^\n]*\n|[^\n]+/g, mostChanges) ?? [
			part('removed', before),
			part('added', after),
		]
	);
}

/** Whether anything differs. */
export function isChanged(parts: readonly TextPart[]): boolean {
	return parts.some(({ kind }) => kind !== 'same');
}

/** Compares piece by piece; nothing when there are more changes than allowed. */
function compare(
	before: string,
	after: string,
	pieces: RegExp,
	maxEditLength: number,
): TextPart[] | undefined {
	const [old, now] = [before, after].map((text): string[] => text.match(pieces) ?? []);
	return diffArrays(old ?? [], now ?? [], { maxEditLength })
		?.filter(({ value }) => value.length > 0)
		.map(({ value, added, removed }) =>
			part(added ? 'added' : removed ? 'removed' : 'same', value.join('')),
		);
}

const part = (kind: TextPart['kind'], text: string): TextPart => ({ kind, text });
