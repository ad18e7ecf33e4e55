import { FileReadError } from '../documents/file-read-error.ts';

/** What can begin a formula in a spreadsheet (OWASP, CSV Injection), behind any number of the apostrophes that keep it. */
const guarded = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A number below zero begins like a formula and is none. */
const negative = /^-\d+(?:[.,]\d+)?$/;

/**
 * Rows of texts as CSV that spreadsheets in the Netherlands open by themselves: semicolons, UTF-8 with its mark. A text
 * that a spreadsheet could take for a formula gets an apostrophe in front; `readCsv` takes it off again. A negative number
 * is none.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
	const lines = rows.map((row) => row.map(field).join(';'));
	return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function field(text: string): string {
	const safe = guarded.test(text) && !negative.test(text) ? `'${text}` : text;
	return /[";,\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const delimiters = [';', '\t', ','] as const;
const MOST_FIELDS = 2_000_000;

/**
 * The rows of a CSV file, however it was saved: with semicolons, tabs or commas (or as its line `sep=` says), with LF
 * or CRLF, as UTF-8, UTF-16 or Windows-1252. Empty lines are kept, so that the number of a row is that of the file.
 * @throws FileReadError `unreadable` for what is no text, `too_many_cells`
 */
export function readCsv(bytes: Uint8Array): string[][] {
	const text = decode(bytes);
	if (text.includes('\0')) throw new FileReadError('unreadable', 'a zero character');
	const announced = /^sep=(.)\r?\n/i.exec(text);
	const body = announced ? text.slice(announced[0].length) : text;
	return rowsOf(body, announced?.[1] ?? delimiterOf(body));
}

function decode(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Excel's “CSV” on Windows: one byte a character.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** The delimiter that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
	const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
	const counts = delimiters.map((one) => start.split(one).length);
	return delimiters[counts.indexOf(Math.max(...counts))] ?? ';';
}

function rowsOf(text: string, delimiter: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let fields = 0;
	let at = 0;
	const add = (value: string) => {
		if ((fields += 1) > MOST_FIELDS) throw new FileReadError('too_many_cells');
		row.push(/^'+[=+\-@\t\r\n＝＋－＠]/.test(value) ? value.slice(1) : value);
	};
	while (at < text.length) {
		let value = '';
		if (text[at] === '"') {
			[value, at] = quoted(text, at + 1);
		}
		// What stands between a closing quote and the delimiter belongs to the field as well.
		const end = endOfField(text, at, delimiter);
		add(value + text.slice(at, end));
		at = end;
		if (text[at] === delimiter) {
			at += 1;
			if (at < text.length) continue;
			add('');
		}
		if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
		at += 1;
		rows.push(row);
		row = [];
	}
	return rows;
}

function endOfField(text: string, from: number, delimiter: string): number {
	let end = from;
	while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
		end += 1;
	return end;
}

/** The text within quotes, and where it goes on behind the closing one. */
function quoted(text: string, from: number): [string, number] {
	let value = '';
	let at = from;
	for (;;) {
		const close = text.indexOf('"', at);
		if (close === -1) return [value + text.slice(at), text.length];
		value += text.slice(at, close);
		if (text[close + 1] !== '"') return [value, close + 1];
		value += '"';
		at = close + 2;
	}
}
