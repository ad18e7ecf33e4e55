/**
 * A text with a sentence of a draft taken over: in the place of the sentence about the same, or in a paragraph at the
 * end. What is not found in the text any more is added.
 */
export function takeOver(
	text: string,
	{ before, now }: { before: string | null; now: string },
): string {
	const at = before ? text.indexOf(before) : -1;
	if (before && at >= 0) return text.slice(0, at) + now + text.slice(at + before.length);
	return text.trim() === '' ? now : `${text.trimEnd()}\n\n${now}`;
}

/** A text with a mark behind its last sentence. */
export function withMark(text: string, mark: string): string {
	return text.trim() === '' ? mark : `${text.trimEnd()} ${mark}`;
}
