/** Whether the document's font can draw a character (by its code point). */
export type Coverage = (codePoint: number) => boolean;

const REPLACEMENT = '□';
const LONG_WORD = /[^\s\u200B-]{24,}/g;

/**
 * Text as the font can draw it: control and invisible characters are dropped, other characters
 * that the font lacks (emoji, Arabic, Chinese) become “□”. PDF/UA-1 forbids glyphs that are not
 * there (ISO 14289-1, 7.21.8), so one such character would make the whole export fail.
 */
export function drawableText(text: string, covers: Coverage): string {
	const visible = text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?|\u2028|\u2029/g, '\n')
		.replace(/\t/g, ' ')
		.replace(/[^\P{Cc}\n]|\p{Default_Ignorable_Code_Point}|\uFFFD/gu, '');
	return Array.from(visible, (character) =>
		character === '\n' || covers(character.codePointAt(0)!) ? character : REPLACEMENT,
	).join('');
}

/** A Typst string literal. In a string nothing is markup but `"` and `\`. */
export function stringLiteral(text: string): string {
	return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

/**
 * A Typst expression for a text that people wrote: line ends become line breaks, and words too long
 * for a column (addresses of pages) may be broken anywhere.
 */
export function textExpression(text: string, covers: Coverage): string {
	const lines = drawableText(text, covers).split('\n');
	const parts = lines.map((line) => stringLiteral(line.replace(LONG_WORD, breakable)));
	return parts.length === 1 ? parts[0]! : `(${parts.join(' + linebreak() + ')})`;
}

function breakable(word: string): string {
	return Array.from(word).join('\u200B');
}
