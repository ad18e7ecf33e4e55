import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared, idOf, sent, summary } from '#features/analysis/exchange.test-data.ts';
import { entryCode } from '#features/analysis/exchange-code.ts';
import { finding, formWith, framework, need, source } from '#features/analysis/form.test-data.ts';
import type { AnalysisForm } from '#features/analysis/form.ts';
import { themesOf } from '#features/analysis/place.ts';
import { startOffice, type OfficeFormat, type Step } from './support/office.ts';

const office = await startOffice();
const formats = ['xlsx', 'docx', 'csv'] as const;
type Format = (typeof formats)[number];
const themes = themesOf(framework('2013')).map(({ id }) => id);

/** Texts that break what is not careful: what looks like a formula, other scripts, signs, quotes, long ones. */
const odd = [
	'=1+1',
	'=HYPERLINK("http://voorbeeld.invalid";"klik")',
	'+31 is geen nummer',
	'-5 graden in de flat',
	'@school',
	"'s Avonds is het er stil",
	'"Niemand komt hier", zegt men; echt waar',
	'Twee regels\nen nog een, met een tab\tertussen',
	'👩‍👩‍👧 zingen in het koor 🎶',
	'مرحبا بكم في الحي',
	'Café é́ en e\u0301én',
	'1-2',
	'2024',
	'1 mei',
	'TRUE',
	'007',
	'1e3',
	'_x000D_ hoort er gewoon bij',
	'<b>geen opmaak</b> & meer',
	`Lang: ${'een zin die doorgaat en doorgaat, '.repeat(25)}einde`,
];

/** A form with 200 findings, provision, knowledge needs and sources, over every theme. */
const form: AnalysisForm = formWith({
	sources: [source({ id: 's', title: 'Gesprek op het plein; 3 mei' })],
	findings: Array.from({ length: 200 }, (_, index) =>
		finding({
			id: idOf(index + 1),
			text: odd[index] ?? `Bevinding ${index} over wat er in de buurt gebeurt`,
			themes: [themes[index % themes.length] as string],
			kind: index % 3 === 0 ? 'protective' : 'risk',
			sources: index % 4 === 0 ? ['s'] : [],
		}),
	),
	provisions: ['offered', 'missing'].map((standing, index) => ({
		...{ id: idOf(300 + index), theme: 'sport', standing, form: null, text: `Aanbod ${index}` },
		...{ organisationId: 'w', organisationName: 'W', version: 1, roundId: null },
		createdAt: new Date('2026-03-01'),
	})),
	needs: [need({ id: idOf(400), question: 'Wie gebruikt het veld?', theme: 'sport' })],
});
const whole = form.findings.length + form.provisions.length + form.needs.length;

/** Through LibreOffice: out, opened, changed by these steps, saved. */
async function through(
	format: Format,
	steps: Step[] = [],
	of = form,
	save: OfficeFormat = format,
): Promise<{ bytes: Uint8Array; read: unknown[] }> {
	return office.open({ name: `form.${format}`, bytes: await sent(of, format) }, { steps, save });
}

/** Where a text stands in what a step read: row and column from 0. */
function find(rows: string[][], text: string): [row: number, column: number] {
	const row = rows.findIndex((one) => one.some((cell) => cell.includes(text)));
	return [row, rows[row]!.findIndex((cell) => cell.includes(text))];
}
const cell = ([row, column]: [number, number]) => `${String.fromCharCode(65 + column)}${row + 1}`;

describe.each(formats)('a form with 200 findings that goes through LibreOffice as %s', (format) => {
	test('comes back as it was: nothing lost, nothing proposed', async () => {
		const matched = compared((await through(format)).bytes, form);
		expect(summary(matched)).toEqual([]);
		expect(matched.unchanged).toBe(whole);
	});
});

describe('in a spreadsheet', async () => {
	/** The sheets as LibreOffice has them, to find cells in. */
	const sheets = (await through('xlsx', [{ do: 'sheets' }])).read[0] as {
		name: string;
		rows: string[][];
	}[];
	const at = (text: string) => {
		const sheet = sheets.find(({ rows }) => rows.some((row) => row.some((one) => one.includes(text))))!; // prettier-ignore
		return { sheet: sheet.name, rows: sheet.rows, place: find(sheet.rows, text) };
	};

	test('no text is calculated, whatever it begins with', async () => {
		for (const format of ['xlsx', 'csv'] as const) {
			const { read } = await through(format, [{ do: 'formulas' }]);
			expect(read).toEqual([0]);
		}
	});

	test('a text that is changed, one that is added, one that is taken out, and one in another column: those four', async () => {
		const changed = at('Bevinding 40 over');
		const gone = at('Bevinding 60 over');
		const moved = at('Bevinding 80 over');
		const text = form.findings[80]!.text;
		const { bytes } = await through('xlsx', [
			{ do: 'set_cell', sheet: changed.sheet, cell: cell(changed.place), text: 'Dit is nu anders\nen dit komt erbij' }, // prettier-ignore
			{ do: 'set_cell', sheet: moved.sheet, cell: cell(moved.place), text: '' },
			{ do: 'set_cell', sheet: moved.sheet, cell: cell([moved.place[0], 3 - moved.place[1]]), text }, // prettier-ignore
			{ do: 'delete_rows', sheet: gone.sheet, from: gone.place[0] + 1 },
		]);
		const theme = (index: number) => form.findings[index]!.themes[0];
		expect(summary(compared(bytes, form)).toSorted()).toEqual(
			[
				`changed | ${theme(80)} | protective | ${text} | was: ${text}`,
				`changed | ${theme(40)} | risk | Dit is nu anders | was: ${form.findings[40]!.text}`,
				`new | ${theme(40)} | risk | en dit komt erbij`,
				`removed | ${theme(60)} | protective | ${form.findings[60]!.text}`,
			].toSorted(),
		);
	});

	test('a formula that somebody makes of a cell is read as what it shows', async () => {
		const { sheet, rows } = at('Bevinding 40 over');
		const empty = rows.findIndex((row, index) => index > 0 && row[0] && row.slice(1).every((one) => one === '')); // prettier-ignore
		const { bytes } = await through('xlsx', [
			{ do: 'set_cell', sheet, cell: `B${empty + 1}`, text: '=1+1', typed: true },
		]);
		expect(summary(compared(bytes, form))).toEqual([expect.stringMatching(/^new \| .* \| risk \| 2$/)]); // prettier-ignore
	});

	test('columns in another order, a column more, merged themes, another name for a sheet, a sheet more', async () => {
		const { sheet, rows } = at('Bevinding 40 over');
		const theme = rows[1]![0]!;
		const last = rows.findLastIndex((row) => row[0] === theme);
		const { bytes } = await through('xlsx', [
			{ do: 'merge', sheet, range: `A2:A${last + 1}` },
			{ do: 'move_column', sheet, from: 1, to: 5 },
			{ do: 'insert_column', sheet, before: 2 },
			{ do: 'set_cell', sheet, cell: 'C1', text: 'Onze opmerking' },
			{ do: 'set_cell', sheet, cell: 'C2', text: 'Hier twijfelen wij over' },
			{ do: 'rename_sheet', sheet, name: 'Het eerste blad' },
			{ do: 'add_sheet', name: 'Aantekeningen' },
			{ do: 'set_cell', sheet: 'Aantekeningen', cell: 'B3', text: 'Vergeet de flat niet' },
		]);
		expect(summary(compared(bytes, form)).toSorted()).toEqual([
			'unplaced | ? | outside | Vergeet de flat niet',
			`unplaced | ${themes[0]} | column | Hier twijfelen wij over`,
		]);
	});

	test('a sheet that was taken out takes nothing out of the form', async () => {
		const { sheet } = at('Bevinding 40 over');
		const { bytes } = await through('xlsx', [{ do: 'remove_sheet', name: sheet }]);
		expect(summary(compared(bytes, form))).toEqual([]);
	});
});

describe('in CSV', () => {
	test('saved by LibreOffice with commas, or in Windows-1252, it says the same', async () => {
		const plain = { ...form, findings: form.findings.filter(({ text }) => /^[\u0020-\u007e]*$/.test(text)) }; // prettier-ignore
		for (const save of [
			'44,34,UTF-8,1,,0,false,true',
			'59,34,1,1,,0,false,true',
			'9,34,UTF-8,1,,0,true,true',
		]) {
			const bytes = await sent(plain, 'csv');
			const saved = await office.open({ name: 'form.csv', bytes }, { save: 'csv', options: { save } }); // prettier-ignore
			expect(summary(compared(saved.bytes, plain))).toEqual([]);
		}
	});
});

describe('in a text', async () => {
	/** The cell in the table of the first domain that an entry stands in. */
	const tables = (await through('docx', [{ do: 'tables' }])).read[0] as { rows: string[][] }[];
	const code = (index: number) => entryCode('finding', idOf(index + 1), 1);
	const at = (index: number) => {
		const table = tables.findIndex(({ rows }) => rows.some((row) => row.some((one) => one.includes(code(index))))); // prettier-ignore
		return { table, place: find(tables[table]!.rows, code(index)) };
	};

	test('a line added, one reworded, one emptied and a row taken out: those', async () => {
		const added = at(40);
		const row = at(105);
		const inRow = form.findings.filter(({ themes: [theme] }) => theme === form.findings[105]!.themes[0]); // prettier-ignore
		const { bytes } = await through('docx', [
			{ do: 'append_to_table_cell', ...{ table: added.table, cell: cell(added.place) }, text: 'Er komt een regel bij' }, // prettier-ignore
			{ do: 'replace', text: 'Bevinding 41 over', by: 'Bevinding eenenveertig over' },
			{ do: 'replace', text: form.findings[43]!.text, by: '' },
			{ do: 'delete_table_rows', table: row.table, from: row.place[0] },
		]);
		const got = summary(compared(bytes, form));
		const theme = (index: number) => form.findings[index]!.themes[0];
		expect(got.filter((one) => !one.startsWith('removed')).toSorted()).toEqual([
			`changed | ${theme(41)} | risk | Bevinding eenenveertig over wat er in de buurt gebeurt | was: ${form.findings[41]!.text}`,
			`new | ${theme(40)} | risk | Er komt een regel bij`,
		]);
		const removed = [...inRow, form.findings[43]!].map(({ themes: [first], kind, text }) => `removed | ${first} | ${kind} | ${text}`); // prettier-ignore
		expect(got.filter((one) => one.startsWith('removed')).toSorted()).toEqual(removed.toSorted());
	});

	test('saved as ODT it is no file of ours, and saved back as DOCX it is', async () => {
		const odt = await through('docx', [], form, 'odt');
		expect(() => compared(odt.bytes, form)).toThrow('no workbook');
		const back = await office.open({ name: 'form.odt', bytes: odt.bytes }, { save: 'docx' });
		expect(summary(compared(back.bytes, form))).toEqual([]);
	});
});

/** Texts as anybody could type them, in any script; no control characters, which no file carries. */
const typed = fc
	.tuple(
		fc.constantFrom('', '=', '+', '-', '@', "'", '"', '• '),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
		fc.constantFrom(
			'',
			'\nnog een regel',
			'\u202eregel',
			'e\u0301',
			'👩‍👩‍👧',
			' ; , |',
			'x'.repeat(500),
		),
	)
	.map((parts) =>
		parts
			.join('')
			.replace(/[\p{Cc}[\]]/gu, (one) => (one === '\n' ? one : ''))
			.trim(),
	)
	.filter((text) => text !== '');

test.each(formats)(
	'whatever is written comes back unchanged through LibreOffice as %s',
	async (format) => {
		await fc.assert(
			fc.asyncProperty(fc.array(typed, { minLength: 10, maxLength: 25 }), async (texts) => {
				const written = formWith({
					findings: texts.map((text, index) =>
						finding({ id: idOf(index + 1), text, themes: [themes[index % 9] as string] }),
					),
				});
				const { bytes } = await through(format, [], written);
				expect(summary(compared(bytes, written))).toEqual([]);
			}),
			{ numRuns: 8 },
		);
	},
);

test('whatever rows are taken out, cells merged and columns moved: just those rows are missed', async () => {
	const written = formWith({
		findings: odd.map((text, index) =>
			finding({ id: idOf(index + 1), text, themes: [themes[index % 4] as string] }),
		),
	});
	const sheet = 'I Privédomein persoonlijk leven';
	const { read } = await through('xlsx', [{ do: 'sheets' }], written);
	const { rows } = (read[0] as { name: string; rows: string[][] }[]).find(({ name }) => name === sheet)!; // prettier-ignore
	const filled = rows.flatMap((row, index) => (index > 0 && row[1] ? [index] : []));
	await fc.assert(
		fc.asyncProperty(
			fc.subarray(filled),
			fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 7 })),
			fc.boolean(),
			async (gone, [from, to], isMerged) => {
				const theme = rows.findLastIndex((row) => row[0] === rows[1]![0]);
				const { bytes } = await through(
					'xlsx',
					[
						...(isMerged ? [{ do: 'merge', sheet, range: `A2:A${theme + 1}` }] : []),
						...gone.toReversed().map((row) => ({ do: 'delete_rows', sheet, from: row + 1 })),
						...(from === to || from + 1 === to ? [] : [{ do: 'move_column', sheet, from, to }]),
					],
					written,
				);
				const missed = written.findings.filter(({ id }) =>
					gone.some((row) => rows[row]!.includes(entryCode('finding', id, 1))),
				);
				const wanted = missed.map(
					({ themes: [first], text }) => `removed | ${first} | risk | ${text}`,
				);
				expect(summary(compared(bytes, written)).toSorted()).toEqual(wanted.toSorted());
			},
		),
		{ numRuns: 15 },
	);
});
