import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bareKey } from '#features/figures/indicator-match.ts';
import { readJson } from '#tests/support/content.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';

type Value = number | { missing: string };
type Figure = { indicator: string; column: string; values: Record<string, Value> };
type Publication = {
	id: string;
	family: string;
	year: number;
	licence: string;
	kind: string;
	areaCodes: Record<string, string>;
	figures: Figure[];
};
type Table = Map<string, Map<string, string>>;

const { areas, publications } = readJson('examples/geitenkamp/figures.json') as {
	areas: { code: string }[];
	publications: Publication[];
};
const catalogue = readJson('content/indicators.json') as {
	indicators: { id: string; match: { family: string; key: string }[] }[];
};

describe('the figures of the example', () => {
	it('are at most 200, so that the example stays an example', () => {
		const values = publications.flatMap(({ figures }) =>
			figures.flatMap((figure) => Object.keys(figure.values)),
		);
		expect(values.length).toBeGreaterThan(100);
		expect(values.length).toBeLessThanOrEqual(200);
	});

	it('are each of an indicator of the catalogue, under the column that it matches', () => {
		const strange = publications.flatMap(({ family, figures }) =>
			figures.filter(({ indicator, column }) => {
				const known = catalogue.indicators.find(({ id }) => id === indicator);
				return !known?.match.some((m) => m.family === family && m.key === bareKey(column));
			}),
		);
		expect(strange).toEqual([]);
	});

	it('name their year, licence and kind, and hold for areas that the file lists', () => {
		const codes = areas.map(({ code }) => code);
		for (const { year, licence, kind, areaCodes, figures } of publications) {
			expect(year).toBeGreaterThan(2000);
			expect(licence).toMatch(/^CC/);
			expect(['count', 'register', 'survey', 'model-estimate']).toContain(kind);
			for (const { values } of figures) {
				expect(Object.keys(values)).toEqual(Object.keys(areaCodes));
				expect(codes).toEqual(expect.arrayContaining(Object.keys(values)));
			}
		}
	});
});

/** A CSV without quoted separators, as rows by area code and columns by name. */
function tableOf(text: string, separator: string, codeColumn: string, filter: RegExp): Table {
	const lines = text
		.replace(/^\uFEFF/, '')
		.trim()
		.split(/\r?\n/);
	const [header, ...rows] = lines.map((line) => line.replaceAll('"', '').split(separator));
	const kept = rows.filter((row) => filter.test(row.join(separator)));
	const cells = kept.map((row) => new Map(header!.map((name, at) => [name, row[at]!])));
	return new Map(cells.map((row) => [row.get(codeColumn)!.trim(), row]));
}

function publishedTable({ family, year }: Publication): Table {
	if (family === 'leefbaarometer') {
		const path = sharedData('leefbaarometer/leefbaarometer_wijken_arnhem_fragment.csv');
		return tableOf(readFileSync(path, 'utf8'), ',', 'wk_code', new RegExp(`,${year},`));
	}
	const file =
		family === 'kwb'
			? 'cbs-kwb-2020/kwb2020_heel_nederland.csv.gz'
			: `rivm-health/gezondheid_${year}_18plus_heel_nederland.csv.gz`;
	const text = gunzipSync(readFileSync(sharedData(file))).toString('utf8');
	return tableOf(text, ';', 'WijkenEnBuurten', /;(NL0\d|GM0202|WK020210);/);
}

function asPublished(cell: string | undefined): Value {
	if (cell === undefined || cell === '' || cell === 'NA') return { missing: 'not_published' };
	if (cell === '.') return { missing: 'unknown_or_secret' };
	return Number(cell);
}

describe.skipIf(!hasSharedData)('the figures of the example, beside the published files', () => {
	it.each(publications)('$id: every value is the one that was published', (publication) => {
		const table = publishedTable(publication);
		for (const { column, values } of publication.figures) {
			for (const [area, value] of Object.entries(values)) {
				const row = table.get(publication.areaCodes[area]!);
				expect(row, `${area} in ${publication.id}`).toBeDefined();
				expect(value, `${column} of ${area}`).toEqual(asPublished(row!.get(column)));
			}
		}
	});
});
