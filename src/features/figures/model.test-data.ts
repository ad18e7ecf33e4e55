import fc from 'fast-check';
import { parseAreaCode } from '#features/areas/area-code.ts';
import { storeAreas } from '#features/publications/area-store.server.ts';
import { storeFigures } from '#features/publications/figure-store.server.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { missingTexts, type Measured } from './measured.ts';

/** One cell: a value with or without what stands beside it, or the number of the reason why there is none. */
export type ModelCell =
	{ missing: number } | { value: number; margin: [number, number] | null; base: number | null };

export interface ModelSeries {
	measure: string;
	indicator: string | null;
	period: string;
}

export interface ModelPublication {
	table: 'A' | 'B';
	publisher: string;
	boundaryYear: number;
	source: 'file' | 'own';
	isReplaced: boolean;
	series: ModelSeries[];
	/** The cells of the areas that it holds, by code, in the order of the series. */
	held: Map<string, ModelCell[]>;
}

/** A few publications, the oldest first, and in which years which areas changed. */
export interface Model {
	publications: ModelPublication[];
	changed: { code: string; year: number; change: 1 | 2 | 3 | null }[];
}

export const modelCodes = [
	'NL',
	'GM0202',
	'GM0546',
	'WK020210',
	'WK020211',
	'WK0546AB',
	'BU02021001',
	'BU02021002',
	'BU0546ABC1',
];
export const modelYears = [2018, 2019, 2020];
const indicators = { residents: 'residents', benefits: 'benefits', unmapped: null };
type Measure = keyof typeof indicators;
const measures = Object.keys(indicators) as Measure[];

// Written as text, a minus before a zero goes.
const value = fc
	.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
	.map((number) => number || 0);
const cell: fc.Arbitrary<ModelCell> = fc.oneof(
	fc.integer({ min: 1, max: missingTexts.length }).map((missing) => ({ missing })),
	fc.record({
		value,
		margin: fc.option(fc.tuple(value, value)),
		base: fc.option(fc.integer({ min: 0, max: 200 })),
	}),
);

function publicationOf(years: readonly number[]): fc.Arbitrary<ModelPublication> {
	const series = fc.uniqueArray(
		fc.tuple(fc.constantFrom(...measures), fc.constantFrom(...years)),
		{ minLength: 1, maxLength: 5, selector: ([measure, year]) => `${measure} ${year}` },
	); // prettier-ignore
	return fc
		.tuple(series, fc.subarray(modelCodes))
		.chain(([pairs, codes]) =>
			fc.record({
				table: fc.constantFrom('A' as const, 'B' as const),
				publisher: fc.constantFrom('CBS', 'RIVM'),
				boundaryYear: fc.constantFrom(...modelYears),
				source: fc.constantFrom('file' as const, 'own' as const),
				isReplaced: fc.boolean(),
				series: fc.constant(
					pairs.map(([measure, year]) => ({
						measure,
						indicator: indicators[measure],
						period: String(year),
					})),
				),
				held: fc
					.tuple(...codes.map(() => fc.array(cell, { minLength: pairs.length, maxLength: pairs.length })))
					.map((rows) => new Map(codes.map((code, at) => [code, rows[at] as ModelCell[]]))),
			}),
		); // prettier-ignore
}

export const anyModel: fc.Arbitrary<Model> = fc.record({
	publications: fc.array(publicationOf(modelYears), { minLength: 1, maxLength: 4 }),
	changed: fc.uniqueArray(
		fc.record({
			code: fc.constantFrom(...modelCodes),
			year: fc.constantFrom(...modelYears),
			change: fc.constantFrom(1 as const, 2 as const, 3 as const, null),
		}),
		{ selector: ({ code, year }) => `${code} ${year}`, maxLength: 9 },
	),
});

/** Where the parts of a model were stored: the ids of its publications, and of their series. */
export interface Stored {
	ids: string[];
	series: number[][];
}

const at = (index: number) => new Date(Date.UTC(2026, 0, 1 + index));

/** Stores a model as an import would. */
export async function storeModel(tx: Tx, municipalityId: string, model: Model): Promise<Stored> {
	const stored: Stored = { ids: [], series: [] };
	for (const { code, year, change } of model.changed)
		await storeAreas(tx, municipalityId, year, [areaRow(code, change)], new Map());
	for (const [index, publication] of model.publications.entries()) {
		const { id, series } = await storePublication(tx, municipalityId, publication, at(index));
		stored.ids.push(id);
		stored.series.push(series);
		const rows = [...publication.held.keys()].map((code) => areaRow(code, null));
		const areas = await storeAreas(tx, municipalityId, publication.boundaryYear, rows, new Map());
		const cells = [...publication.held.values()].flat();
		const numbers = (of: (cell: ModelCell) => number | null | undefined) =>
			Float64Array.from(cells, (one) => of(one) ?? NaN);
		const key = { municipalityId, publicationId: id };
		await storeFigures(tx, key, areas, {
			columns: publication.series,
			values: numbers((one) => ('value' in one ? one.value : null)),
			missing: Uint8Array.from(cells, (one) => ('missing' in one ? one.missing : 0)),
			lower: numbers((one) => ('value' in one ? one.margin?.[0] : null)),
			upper: numbers((one) => ('value' in one ? one.margin?.[1] : null)),
			numerator: numbers((one) => ('value' in one ? one.base : null)),
			denominator: numbers((one) => ('value' in one ? one.base : null)),
		});
	}
	return stored;
}

function areaRow(code: string, boundaryChange: 1 | 2 | 3 | null) {
	const area = parseAreaCode(code);
	if (!area) throw new Error(`${code} is no code`);
	return { ...area, name: null, municipalityName: null, boundaryChange, postcode: null };
}

async function storePublication(
	tx: Tx,
	municipality_id: string,
	publication: ModelPublication,
	created_at: Date,
) {
	const id = newId();
	const { table, publisher, boundaryYear, source, isReplaced, series } = publication;
	await tx
		.insertInto('publication')
		.values({
			municipality_id,
			id,
			table_id: table,
			family: `family of ${table}`,
			title: table,
			publisher,
			licence: 'CC BY 4.0',
			period: String(boundaryYear),
			boundary_year: boundaryYear,
			source,
			retrieved_at: created_at,
			checksum: id,
			replaced_at: isReplaced ? created_at : null,
			created_at,
		})
		.execute();
	const rows = await tx
		.insertInto('series')
		.values(
			series.map((one, position) => ({
				...one,
				municipality_id,
				publication_id: id,
				title: one.measure,
				kind: 'register',
				position,
			})),
		)
		.returning('id')
		.execute();
	return { id, series: rows.map((row) => row.id) };
}

/** What a cell means, said anew: the slow and plain way that the reading layer is compared with. */
export function meaningOf(cell: ModelCell | undefined, source: string): Measured {
	if (cell === undefined) return { missing: 'not_measured' };
	if ('missing' in cell) return { missing: missingTexts[cell.missing - 1] ?? 'not_measured' };
	const said: Record<string, number | boolean> = { value: cell.value };
	if (cell.margin) [said.lower, said.upper] = cell.margin as [number, number];
	if (cell.base !== null) {
		said.numerator = cell.base;
		said.denominator = cell.base;
		if (source === 'own' && cell.base < 100) said.isUncertain = true;
	}
	return said as unknown as Measured;
}
