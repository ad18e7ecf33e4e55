import { FigureFileError } from './file-error.ts';

/** One line of a separated file. */
export interface Line {
	/** Counted from 1, as a text editor does. */
	row: number;
	cells: string[];
}

/** Longer lines are no lines of a table (a binary or a JSON file); in characters. */
export const LONGEST_LINE = 1024 * 1024;

/**
 * The lines of a `;`-separated text that comes in pieces, split into cells. Quotes work as in RFC
 * 4180 (`"a;b"`, `""` for a quote, line ends inside quotes); lines end with LF or CRLF; empty lines
 * are left out but counted. A line without quotes, nearly all of them, is split without a copy, which
 * made this three times as fast as a general CSV parser on CBS's files.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line[]> {
	let rest = '';
	let row = 0;
	for await (const piece of pieces) {
		const lines: Line[] = [];
		const text = rest + piece;
		let start = 0;
		let quote = nextQuote(text, 0);
		for (;;) {
			if (quote < start) quote = nextQuote(text, start);
			const end = lineEnd(text, start, quote);
			if (end === -1) break;
			const line = text.slice(start, end);
			row += 1;
			push(lines, row, line);
			if (quote < end) row += lineBreaksIn(line);
			start = end + 1;
		}
		rest = text.slice(start);
		if (rest.length > LONGEST_LINE) {
			throw new FigureFileError({
				code: 'figures.line_too_long',
				row: row + 1,
				limit: LONGEST_LINE,
			});
		}
		if (lines.length > 0) yield lines;
	}
	const last: Line[] = [];
	push(last, row + 1, rest);
	if (last.length > 0) yield last;
}

function push(lines: Line[], row: number, line: string): void {
	const text = line.endsWith('\r') ? line.slice(0, -1) : line;
	if (text.trim() !== '') lines.push({ row, cells: splitLine(text) });
}

/** Where the next quote stands; infinitely far when there is none. */
function nextQuote(text: string, start: number): number {
	const quote = text.indexOf('"', start);
	return quote === -1 ? Infinity : quote;
}

/** Where the line from `start` ends: at the first line feed outside quotes, or -1. */
function lineEnd(text: string, start: number, quote: number): number {
	const end = text.indexOf('\n', start);
	if (end === -1 || quote > end) return end;
	let inside = false;
	for (let i = quote; i < text.length; i += 1) {
		const character = text[i];
		if (character === '"') inside = !inside;
		else if (character === '\n' && !inside) return i;
	}
	return -1;
}

function lineBreaksIn(line: string): number {
	let count = 0;
	for (let at = line.indexOf('\n'); at !== -1; at = line.indexOf('\n', at + 1)) count += 1;
	return count;
}

/** The cells of one line. */
export function splitLine(line: string, separator = ';'): string[] {
	if (!line.includes('"')) return line.split(separator);
	const cells: string[] = [];
	let cell = '';
	let inside = false;
	for (let i = 0; i < line.length; i += 1) {
		const character = line[i]!;
		if (character === '"' && inside && line[i + 1] === '"') {
			cell += '"';
			i += 1;
		} else if (character === '"') inside = !inside;
		else if (character === separator && !inside) {
			cells.push(cell);
			cell = '';
		} else cell += character;
	}
	cells.push(cell);
	return cells;
}
