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

/**
 * The same changes in longer stretches: white space between two changes goes along with them, so that a sentence that
 * was rewritten is one change to read and to hear, not one for every word. Both texts come back out of it as before.
 */
export function inStretches(parts: readonly TextPart[]): TextPart[] {
	const stretches: TextPart[] = [];
	let run = { removed: '', added: '' };
	const end = () => {
		if (run.removed) stretches.push(part('removed', run.removed));
		if (run.added) stretches.push(part('added', run.added));
		run = { removed: '', added: '' };
	};
	parts.forEach(({ kind, text }, at) => {
		const next = parts[at + 1];
		const isBetween = run.removed + run.added !== '' && next !== undefined && next.kind !== 'same';
		if (kind !== 'same') run[kind] += text;
		else if (isBetween && text.trim() === '') {
			run.removed += text;
			run.added += text;
		} else {
			end();
			stretches.push({ kind, text });
		}
	});
	end();
	return stretches;
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
