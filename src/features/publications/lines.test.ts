import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FigureFileError } from './file-error.ts';
import { type Line, linesOf, LONGEST_LINE } from './lines.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
	for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function linesIn(text: string, size = 1000): Promise<Line[]> {
	const lines: Line[] = [];
	for await (const some of linesOf(inPieces(text, size))) lines.push(...some);
	return lines;
}

test('lines end with LF or CRLF, the last one needs none, and empty ones only count', async () => {
	expect(await linesIn('a;b\r\nc;\n\nd;e')).toEqual([
		{ row: 1, cells: ['a', 'b'] },
		{ row: 2, cells: ['c', ''] },
		{ row: 4, cells: ['d', 'e'] },
	]);
});

test('a quoted cell may hold separators, quotes and line ends, and rows go on counting', async () => {
	expect(await linesIn('"a;""b""";"c\nd"\ne;f')).toEqual([
		{ row: 1, cells: ['a;"b"', 'c\nd'] },
		{ row: 3, cells: ['e', 'f'] },
	]);
});

test('whatever was written in cells is read back, in whatever pieces it comes', async () => {
	const cell = fc.string({ unit: fc.constantFrom(...'ab;"\n 1é') });
	const table = fc.array(fc.tuple(cell, cell, fc.constant('.')), { minLength: 1 });
	await fc.assert(
		fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
			const text = rows
				.map((cells) => cells.map((c) => (/[";\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)))
				.map((cells) => `${cells.join(';')}\n`)
				.join('');
			expect((await linesIn(text, size)).map((line) => line.cells)).toEqual(rows);
		}),
	);
});

test('a line without end is refused before it fills the memory', async () => {
	const endless = 'x'.repeat(LONGEST_LINE + 1);
	await expect(linesIn(`a;b\n${endless}`, 64 * 1024)).rejects.toMatchObject({
		problem: { code: 'figures.line_too_long', row: 2 },
	});
	await expect(linesIn(endless, 64 * 1024)).rejects.toBeInstanceOf(FigureFileError);
});
