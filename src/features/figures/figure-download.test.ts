import { expect, it } from 'vitest';
import { readCsv } from '#server/spreadsheets/csv.ts';
import { cellText } from '#server/spreadsheets/sheet.ts';
import { readXlsx } from '#server/spreadsheets/xlsx-read.ts';
import { figureFile, gridOf, type FigureTable } from './figure-download.ts';
import type { FigureOrigin } from './figure-origin.ts';

const origin: FigureOrigin = {
	period: '2020',
	kind: 'model_estimate',
	isProvisional: true,
	tableId: '50090NED',
	title: 'Gezondheid per wijk en buurt',
	publisher: 'RIVM',
	licence: 'CC BY 4.0',
	boundaryYear: 2020,
	retrievedAt: '2026-11-21T23:30:00Z',
};
const table: FigureTable = {
	title: 'Voelt zich gezond',
	columns: ['Gebied', 'Waarde'],
	rows: [
		{ cells: ['Geitenkamp', { value: 66.5, lower: 60.25, upper: 72 }], origin },
		{ cells: ['Klarendal', { missing: 'unknown_or_secret' }], origin },
		{ cells: ['-', { value: -0.5 }], origin: null },
	],
	notes: ['Een schatting.'],
};
const bytesOf = async (file: Response) => new Uint8Array(await file.arrayBuffer());

it('says beside every row where it comes from, and what is missing in words', () => {
	const [head, first, second, third] = gridOf(table, 'nl');
	expect(head).toEqual([
		...['Gebied', 'Waarde', 'Waarde, ondergrens', 'Waarde, bovengrens'],
		...['Periode van het cijfer', 'Soort cijfer', 'Voorlopig', 'Tabel', 'Uitgever', 'Licentie'],
		...['Grenzen van', 'Ingelezen op'],
	]);
	expect(first).toEqual([
		...['Geitenkamp', 66.5, 60.25, 72],
		...['2020', 'schatting met een model', 'ja', 'Gezondheid per wijk en buurt (50090NED)'],
		...['RIVM', 'CC BY 4.0', '2020', '2026-11-22'],
	]);
	expect(second?.slice(0, 4)).toEqual(['Klarendal', 'onbekend of geheim', '', '']);
	expect(third?.slice(4)).toEqual(Array.from({ length: 8 }, () => ''));
});

it('has a column for margins, counts and cautions only where a figure has them', () => {
	const bare = { ...table, rows: [{ cells: ['A', { value: 1 }], origin: null }] };
	expect(gridOf(bare, 'en')[0]?.slice(0, 3)).toEqual(['Gebied', 'Waarde', 'Period of the figure']);
	const own = { value: 12, numerator: 6, denominator: 50, isUncertain: true } as const;
	const [head, row] = gridOf({ ...table, rows: [{ cells: ['A', own], origin: null }] }, 'en');
	expect(head?.slice(1, 5)).toEqual(['Waarde', 'Waarde, number', 'Waarde, out of', 'Waarde, caution']); // prettier-ignore
	expect(row?.slice(1, 5)).toEqual([12, 6, 50, 'uncertain: about few people']);
});

it('writes decimals in CSV as the language does, and a negative number as a number', async () => {
	const rows = async (language: 'nl' | 'en') =>
		readCsv(await bytesOf(figureFile(table, { format: 'csv', name: 'cijfers', language })));
	expect((await rows('nl'))[1]?.[1]).toBe('66,5');
	expect((await rows('nl'))[3]?.slice(0, 2)).toEqual(['-', '-0,5']);
	expect((await rows('en'))[1]?.[1]).toBe('66.5');
});

it('gives a spreadsheet the same columns, real numbers, and a sheet with notes and sources', async () => {
	const file = figureFile(table, { format: 'xlsx', name: 'cijfers', language: 'nl' });
	expect(file.headers.get('content-disposition')).toBe('attachment; filename="cijfers.xlsx"');
	const [figures, sources] = readXlsx(await bytesOf(file));
	expect(figures?.rows.map(({ cells }) => cells.map(cellText).join('|'))).toEqual(
		gridOf(table, 'nl').map((row) => row.join('|').replace(/\|+$/, '')),
	);
	expect(figures?.rows[1]?.cells[1]).toBe(66.5);
	expect(sources?.rows.map(({ cells }) => cells[0])).toEqual([
		'Voelt zich gezond',
		'Een schatting.',
		'Bronnen',
		'RIVM, Gezondheid per wijk en buurt (50090NED), grenzen van 2020, ingelezen op 2026-11-22, licentie: CC BY 4.0',
	]);
});
