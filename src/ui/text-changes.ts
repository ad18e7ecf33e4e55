/** A stretch of text that both versions hold, or that one of them does not. */
export interface TextPart {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** Beyond so many words on either side, comparing word by word takes too long; then lines are compared. */
const mostWords = 2500;

/**
 * What differs between a text and a later version of it, word by word: parts in reading order, which without the removed
 * ones give the later text and without the added ones the former. The longest common subsequence of words (Hunt and
 * McIlroy 1976, by dynamic programming over what lies between the common beginning and end).
 */
export function textChanges(before: string, after: string): TextPart[] {
	if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
	const byWord = [before, after].map((text) => text.match(/\s+|[^\s]+/g) ?? []);
	const fits = byWord.every((words) => words.length <= mostWords);
	const [old, now] = fits
		? byWord
		: [before, after].map((text) => text.match(/[^\n]*\n|[^\n]+/g) ?? []);
	return joined(compare(old as string[], now as string[]));
}

/** Whether anything differs. */
export function isChanged(parts: readonly TextPart[]): boolean {
	return parts.some(({ kind }) => kind !== 'same');
}

function compare(old: readonly string[], now: readonly string[]): TextPart[] {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (
		end < old.length - start &&
		end < now.length - start &&
		old[old.length - 1 - end] === now[now.length - 1 - end]
	)
		end++;
	const same = (words: readonly string[]) => words.map((text) => part('same', text));
	return [
		...same(old.slice(0, start)),
		...between(old.slice(start, old.length - end), now.slice(start, now.length - end)),
		...same(old.slice(old.length - end)),
	];
}

/** The part between what both begin and end with. */
function between(old: readonly string[], now: readonly string[]): TextPart[] {
	const common = commonLengths(old, now);
	const width = now.length + 1;
	const parts: TextPart[] = [];
	let at = 0;
	let to = 0;
	while (at < old.length || to < now.length) {
		if (at < old.length && to < now.length && old[at] === now[to]) {
			parts.push(part('same', old[at] as string));
			at++;
			to++;
		} else if (
			to >= now.length ||
			(at < old.length &&
				(common[(at + 1) * width + to] as number) >= (common[at * width + to + 1] as number))
		)
			parts.push(part('removed', old[at++] as string));
		else parts.push(part('added', now[to++] as string));
	}
	return parts;
}

/** For every pair of places the length of the longest common subsequence from there on. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
	const width = now.length + 1;
	const common = new Uint16Array((old.length + 1) * width);
	for (let at = old.length - 1; at >= 0; at--)
		for (let to = now.length - 1; to >= 0; to--)
			common[at * width + to] =
				old[at] === now[to]
					? (common[(at + 1) * width + to + 1] as number) + 1
					: Math.max(
							common[(at + 1) * width + to] as number,
							common[at * width + to + 1] as number,
						);
	return common;
}

const part = (kind: TextPart['kind'], text: string): TextPart => ({ kind, text });

/** Neighbours of one kind as one part. */
function joined(parts: readonly TextPart[]): TextPart[] {
	const runs: TextPart[] = [];
	for (const { kind, text } of parts) {
		const last = runs.at(-1);
		if (last?.kind === kind) last.text += text;
		else runs.push({ kind, text });
	}
	return runs;
}
