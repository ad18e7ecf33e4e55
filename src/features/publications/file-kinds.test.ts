import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '#server/spreadsheets/xlsx-read.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { openFiles } from './file-source.ts';
import { fileAt } from './import-source.ts';
import { importProblemOf } from './import-problem.ts';
import { memoryFile } from './memory-file.test-data.ts';
import { readTable } from './opened-table.test-data.ts';

const open = (name: string, content: string | Uint8Array, options = {}) =>
	openFiles([memoryFile(name, content)], options);
const refusal = (name: string, content: string | Uint8Array) =>
	open(name, content).then(
		() => null,
		(error: unknown) => importProblemOf(error)?.problem.code,
	);

describe('a table with further dimensions as CSV', () => {
	const header = 'ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Eenzaam_28';
	const lines = [
		'0;20300;MW00000;NL01;2012JJ00;39.6',
		'1;20300;MOG0095;NL01;2012JJ00;38.1',
		'2;20300;MBG0095;NL01;2012JJ00;41.0',
		'3;20300;MW00000;BU02021004;2012JJ00;.',
		'4;80200;MW00000;NL01;2012JJ00;',
	];
	it('is read with or without the symbols of StatLine, quoted or not', async () => {
		const text = [header, ...lines].join('\r\n');
		const quoted = text.replaceAll(/[^;\r\n]+/g, '"$&"');
		for (const content of [text, quoted]) {
			const { cells, keys } = await readTable(await open('gezondheid_2012.csv', content));
			expect(keys).toEqual(['Eenzaam 2012', 'Eenzaam/80200 2012']);
			expect(cells.get('NL Eenzaam 2012')).toEqual([39.6, 38.1, 41]);
			expect(cells.get('BU02021004 Eenzaam 2012')).toBe('unknown_or_secret');
			expect(cells.get('NL Eenzaam/80200 2012')).toBe('not_published');
		}
	});
	it('names the lines that are wrong', async () => {
		const wrong = [header, '0;20300;MW00000;GM02;2012JJ00;1', ...lines].join('\n');
		expect(await refusal('gezondheid_2012.csv', wrong)).toBe('figures.wrong_rows');
	});
	it('knows what a map leaves out', async () => {
		const left = [header, '0;20300;MW00000;NL00;2012JJ00;-99997'].join('\n');
		const { cells } = await readTable(await open('gezondheid_2012.csv', left));
		expect(cells.get('NL Eenzaam 2012')).toBe('suppressed');
	});
});

describe('a workbook that is another one', () => {
	it('is refused with what is missing', async () => {
		const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('xl/workbook.xml')]);
		expect(await refusal('kwb-2023.xlsx', zip)).toBe('figures.wrong_columns');
	});
});

describe.skipIf(!hasSharedData)('the published files', () => {
	it('of RIVM hold, for every area of three municipalities, what the lines say', async () => {
		const file = fileAt(sharedData('rivm-health/gezondheid_2020_18plus_heel_nederland.csv.gz'));
		const opened = await openFiles([file], {});
		expect(opened.facts).toMatchObject({
			tableId: '50090NED',
			family: 'rivm-health',
			period: '2020',
			boundaryYear: 2020,
			publisher: 'RIVM',
		});
		// Everything in it is mapped, and stands in the order of the file.
		expect(opened.series.filter(({ indicator }) => indicator === null)).toEqual([]);
		const { cells } = await readTable(opened);
		const [header, ...lines] = gunzipSync(readFileSync(sharedData(`rivm-health/${file.name}`)))
			.toString()
			.trim()
			.split(/\r?\n/)
			.map((line) => line.split(';'));
		let compared = 0;
		for (const line of lines.filter(([, , , code]) => /^(NL|..0202|..0546|..1658)/.test(code!)))
			for (const [index, name] of header!.entries()) {
				if (index < 8) continue;
				const text = line[index]!;
				const expected =
					text === '' ? 'not_published' : text === '.' ? 'unknown_or_secret' : Number(text);
				const code = line[3]!.replace(/^NL.*/, 'NL');
				expect(cells.get(`${code} ${name!.replace(/_\d+$/, '')} 2020`)).toBe(expected);
				compared += 1;
			}
		expect(compared).toBeGreaterThan(5000);
	}, 60_000);

	it('of the Leefbaarometer hold every score of every line', async () => {
		const name = 'leefbaarometer/leefbaarometer_wijken_arnhem_fragment.csv';
		const opened = await openFiles([fileAt(sharedData(name))], {});
		expect(opened.facts).toMatchObject({ tableId: 'leefbaarometer', licence: 'CC0' });
		expect(opened.facts.boundaryYear).toBe(2024);
		const { cells } = await readTable(opened);
		const [header, ...lines] = readFileSync(sharedData(name), 'utf8')
			.trim()
			.split(/\r?\n/)
			.map((line) => line.replaceAll('"', '').split(','));
		expect(lines.length).toBeGreaterThan(30);
		for (const line of lines)
			for (const [index, key] of header!.entries())
				if (index > 2)
					expect(cells.get(`${line[0]} ${key} ${line[2]}`)).toBe(
						line[index] === 'NA' ? 'not_published' : Number(line[index]),
					);
		expect(opened.areaNames.get('WK020207')).toBe('Klarendal');
	});

	it('of CBS as Excel hold every cell, under the keys of StatLine', async () => {
		const at = sharedData('cbs-kwb-2023-utrecht/kwb-2023-utrecht.xlsx');
		const opened = await openFiles([fileAt(at)], {});
		expect(opened.facts).toMatchObject({ tableId: '85618NED', period: '2023', family: 'kwb' });
		const { cells } = await readTable(opened);
		const rows = readXlsx(readFileSync(at))[0]!.rows.map((row) => row.cells);
		const column = (name: string) => rows[0]!.indexOf(name);
		for (const [short, key] of [
			['a_inw', 'AantalInwoners'],
			['g_wozbag', 'GemiddeldeWOZWaardeVanWoningen'],
			['g_gas_ap', 'GemiddeldAardgasverbruikTotaal.Appartement'],
			['a_soz_wb', 'PersonenPerSoortUitkeringBijstand'],
		] as const)
			for (const row of rows.slice(1)) {
				const cell = row[column(short)];
				const expected =
					cell === null || cell === undefined
						? 'not_published'
						: cell === '.'
							? 'unknown_or_secret'
							: Number(cell);
				expect(cells.get(`${String(row[column('gwb_code')])} ${key} 2023`), short).toBe(expected);
			}
		expect(opened.series.filter(({ indicator }) => indicator === 'residents')).toHaveLength(1);
		expect(opened.areaNames.get('WK034401')).toBe('Wijk 01 West');
	});
});
