import { paragraph } from '#ui/document/build.ts';
import type { ParagraphBlock } from '#ui/document/model.ts';

/** What somebody typed, as paragraphs: an empty line begins a new one, and so does every other line. */
export function paragraphs(text: string): ParagraphBlock[] {
	return text
		.split(/\n+/)
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => paragraph(line));
}

/** A text on one line, closed with a full stop when it has no end of its own. */
export function sentence(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return /[.!?…]["'”’)]?$/.test(line) ? line : `${line}.`;
}
