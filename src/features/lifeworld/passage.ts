import type { SourceText } from '#features/evidence/source-texts.ts';
import type { FieldProblem } from '#kernel/failure.ts';
import { splitSentences } from '#ui/sentence-split.ts';

/** A stretch of one text of a source, in UTF-16 units; `end` is behind its last. */
export interface Stretch {
	part: string;
	start: number;
	end: number;
}

/** What a passage can say of the neighbourhood. */
export const sides = ['risk', 'protection'] as const;
export type Side = (typeof sides)[number];

/** How long a passage may be. */
export const passageLimit = 2000;

/** The sentences of a text with where they stand, to choose from; without the white space around them. */
export function sentencesOf({ part, text }: SourceText): (Stretch & { text: string })[] {
	const found: (Stretch & { text: string })[] = [];
	for (const line of text.matchAll(/[^\n]+/g)) {
		let from = 0;
		for (const to of splitSentences(line[0])) {
			const piece = trimmed(text, line.index + from, line.index + to);
			if (piece.end > piece.start)
				found.push({ part, ...piece, text: text.slice(piece.start, piece.end) });
			from = to;
		}
	}
	return found;
}

/**
 * The stretches that were chosen as passages: those that follow one another, with nothing but white space between, are
 * one; in the order in which they stand in the source.
 */
export function joined(chosen: readonly Stretch[], texts: readonly SourceText[]): Stretch[] {
	const passages: Stretch[] = [];
	for (const { part, text } of texts) {
		const here = chosen
			.filter((one) => one.part === part)
			.sort((a, b) => a.start - b.start || a.end - b.end);
		let last: Stretch | undefined;
		for (const stretch of here) {
			if (last && text.slice(last.end, stretch.start).trim() === '')
				last.end = Math.max(last.end, stretch.end);
			else passages.push((last = { ...stretch }));
		}
	}
	return passages.map((one) => ({
		...one,
		...trimmed(textOf(texts, one.part), one.start, one.end),
	}));
}

/** What is wrong with chosen stretches: outside the text, no words in it, or too long to be a passage. */
export function stretchProblems(
	passages: readonly Stretch[],
	chosen: readonly Stretch[],
	texts: readonly SourceText[],
): FieldProblem[] {
	const outside = ({ part, start, end }: Stretch) =>
		start >= end || end > textOf(texts, part).length;
	if (chosen.some(outside) || passages.some(({ start, end }) => start >= end))
		return [{ path: 'marks', code: 'unknown' }];
	if (passages.some(({ start, end }) => end - start > passageLimit))
		return [{ path: 'marks', code: 'too_long', params: { limit: passageLimit } }];
	return [];
}

/** Whether the words of a passage still stand in its source; they may have moved within their text. */
export function stillStands(
	{ part, text }: { part: string; text: string },
	texts: readonly SourceText[],
): boolean {
	return textOf(texts, part).includes(text);
}

function textOf(texts: readonly SourceText[], part: string): string {
	return texts.find((one) => one.part === part)?.text ?? '';
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
	const piece = text.slice(start, end);
	const before = piece.length - piece.trimStart().length;
	return { start: start + before, end: start + before + piece.trim().length };
}
