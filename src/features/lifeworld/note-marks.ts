import type { SourceText } from '#features/evidence/source-texts.ts';
import type { Side } from './passage.ts';

/** What marked words mean. */
export interface Meaning {
	themes: string[];
	side: Side | null;
	isQuote: boolean;
}

/** Words that the writer of a private note marked in it; a passage of its source once the note is shared. */
export interface NoteMark extends Meaning {
	id: string;
	/** In UTF-16 units of the note's text; `end` is behind its last. */
	start: number;
	end: number;
	text: string;
}

/** The most marks in one note. */
export const mostNoteMarks = 50;

/** The one text of a note, as marking looks at it and as its source will have it. */
export const notePart = 'text';

export function noteTexts(text: string): SourceText[] {
	return [{ part: notePart, question: null, text }];
}

/**
 * The marks of a note whose text was changed: each where its words stand now, nearest to where they stood. Words that are
 * gone lose their mark; the former version of the note keeps it.
 */
export function marksAfter(marks: readonly NoteMark[], text: string): NoteMark[] {
	return marks.flatMap((mark) => {
		const start = nearest(text, mark.text, mark.start);
		return start === null ? [] : [{ ...mark, start, end: start + mark.text.length }];
	});
}

function nearest(text: string, words: string, to: number): number | null {
	let found: number | null = null;
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
		if (found === null || Math.abs(at - to) < Math.abs(found - to)) found = at;
	return found;
}

/** Marks as the column of their note holds them. */
export const marksColumn = (marks: readonly NoteMark[]) => ({ marks: JSON.stringify(marks) });

/** The marks of a note as passages of the source that it becomes. */
export function passagesOfNote({ marks }: { marks: readonly NoteMark[] }) {
	return marks.map((mark) => ({ ...mark, part: notePart }));
}
