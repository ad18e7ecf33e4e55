import { createHash } from 'node:crypto';
import { parseAreaCode } from '#features/areas/area-code.ts';
import { licenceName } from '#features/areas/licence.ts';
import { indicatorOf } from '#features/figures/catalogue.ts';
import { missingIndex, type AreaRow, type FigureBatch } from './batch.ts';
import type { FigureSource, SourceFacts, SourceSeries } from './figure-source.ts';
import { seriesMeasure, type Gated, type GatedCell } from './own-gate.ts';
import type { OwnMeaning, OwnMeasure } from './own-meaning.ts';
import { measureKey } from './own-meaning.ts';

/** What a publication of own figures is, besides its figures. */
export interface OwnFacts {
	tableId: string;
	boundaryYear: number;
	/** The name of the column with categories; '' without one. */
	categories: string;
	meaning: OwnMeaning;
}

/** What came out of the gate, as any other source of figures. Whoever stores it never sees what was held back. */
export function sourceOf(
	gated: Gated,
	{ tableId, boundaryYear, categories, meaning }: OwnFacts,
): FigureSource {
	// prettier-ignore
	const seriesKeys = [...new Set(gated.cells.map(seriesKeyOf))];
	const order = new Map(meaning.measures.map(({ key }, at) => [key, at]));
	const firstOf = new Map<string, GatedCell>();
	for (const cell of gated.cells) if (!firstOf.has(seriesKeyOf(cell))) firstOf.set(seriesKeyOf(cell), cell); // prettier-ignore
	const rank = (key: string) => order.get(firstOf.get(key)!.cell.measure) ?? 0;
	seriesKeys.sort((a, b) => rank(a) - rank(b));
	const described = new Map(meaning.measures.map((one) => [one.key, one]));
	const series = seriesKeys.map((key) =>
		seriesOf(firstOf.get(key)!, described.get(firstOf.get(key)!.cell.measure)!, gated, categories),
	);
	const facts: SourceFacts = {
		tableId,
		title: meaning.title,
		publisher: meaning.publisher,
		licence: licenceName(meaning.licence),
		period: spanOf(gated.cells.map(({ cell }) => cell.period)),
		boundaryYear,
		publishedOn: null,
		source: 'own',
		family: tableId,
		population: { nl: meaning.gathered, en: meaning.gathered },
		checksum: checksumOf(gated, meaning),
	};
	const batch = batchOf(gated, series, seriesKeys);
	return {
		facts,
		series,
		areaNames: new Map(),
		async *batches() {
			yield batch;
		},
	};
}

const seriesKeyOf = ({ cell: { measure, category, period } }: GatedCell) =>
	[measure, category, period].join('\t');

function seriesOf(
	{ cell }: GatedCell,
	measure: OwnMeasure,
	gated: Gated,
	categories: string,
): SourceSeries {
	const { category, period } = cell;
	const code = measureKey(category);
	const known = indicatorOf(measure.indicator);
	return {
		measure: seriesMeasure(cell),
		sourceKey: measure.key,
		indicator: category === '' ? measure.indicator : null,
		title: category === '' ? measure.title : `${measure.title}: ${category}`,
		unit: measure.unit,
		decimals: known?.decimals ?? decimalsOf(gated, cell.measure, measure),
		period,
		kind: measure.kind,
		isProvisional: false,
		dimensions:
			category === '' ? null : [{ name: categories || 'categorie', code, label: category }],
	};
}

/** As many decimals as the numbers have that are shown, two at most. */
function decimalsOf(gated: Gated, key: string, { type, origin }: OwnMeasure): number {
	if (type === 'count' || type === 'things') return 0;
	if (type === 'percentage' && origin === 'own') return 0;
	const values = gated.cells.filter(({ cell }) => cell.measure === key).map(({ value }) => value ?? 0); // prettier-ignore
	if (values.every((value) => Number.isInteger(value))) return 0;
	return values.every((value) => Number.isInteger(Math.round(value * 1e6) / 1e5)) ? 1 : 2;
}

/** `2023`, or `2021-2023`. */
function spanOf(periods: readonly string[]): string {
	const years = periods.map((period) => period.slice(0, 4)).toSorted();
	const [first, last] = [years[0] ?? '', years.at(-1) ?? ''];
	return first === last ? first : `${first}-${last}`;
}

/** Of what is shown, not of the file: a file that shows the same is the same. */
function checksumOf({ cells }: Gated, meaning: OwnMeaning): string {
	const hash = createHash('sha256').update(JSON.stringify(meaning));
	for (const { cell, value, missing, base } of cells)
		hash.update(JSON.stringify([cell.measure, cell.category, cell.period, cell.area.code, value, missing, base])); // prettier-ignore
	return hash.digest('hex');
}

function batchOf(
	gated: Gated,
	series: readonly SourceSeries[],
	seriesKeys: readonly string[],
): FigureBatch {
	const codes = [...new Set(gated.cells.map(({ cell }) => cell.area.code))].toSorted();
	const rowOf = new Map(codes.map((code, at) => [code, at]));
	const columnOf = new Map(seriesKeys.map((key, at) => [key, at]));
	const names = new Map(gated.cells.map(({ cell }) => [cell.area.code, cell.area.name]));
	const size = codes.length * series.length;
	const values = new Float64Array(size).fill(Number.NaN);
	const missing = new Uint8Array(size).fill(missingIndex('not_measured'));
	const denominator = new Float64Array(size).fill(Number.NaN);
	for (const one of gated.cells) {
		const at = rowOf.get(one.cell.area.code)! * series.length + columnOf.get(seriesKeyOf(one))!;
		values[at] = one.value ?? Number.NaN;
		missing[at] = one.missing === null ? 0 : missingIndex(one.missing);
		denominator[at] = one.base ?? Number.NaN;
	}
	return {
		columns: series.map(({ measure, sourceKey }) => ({ key: measure, sourceKey, position: null, kind: 'measure' })), // prettier-ignore
		areas: codes.map((code) => areaRow(code, names.get(code) ?? code)),
		...{ values, missing },
		...(denominator.some((base) => !Number.isNaN(base)) && {
			numerator: new Float64Array(size).fill(Number.NaN),
			denominator,
		}),
	};
}

function areaRow(code: string, name: string): AreaRow {
	const { level, parentCode } = parseAreaCode(code)!;
	return { code, level, parentCode, name, municipalityName: null, boundaryChange: null, postcode: null }; // prettier-ignore
}
