import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import { MISSING_REASONS, type FigureBatch } from './batch.ts';
import type { ComparedLevel, Spread } from './spread.ts';

/** The reasons as the database writes them, by the number in `FigureBatch.missing`. */
export const missingTexts = MISSING_REASONS.map((reason) => reason?.replaceAll('-', '_') ?? null);

/**
 * Stores the figures of a batch: `series[c]` is the series of `columns[c]`, `areas[a]` the id of `areas[a]`.
 * PostgreSQL refuses COPY into a table with row-level security, and the program's role is bound by it; two arrays in one
 * statement come close to its speed (docs/decisions/figures-without-copy.md).
 */
export async function storeFigures(
	tx: Tx,
	municipalityId: string,
	series: readonly number[],
	areas: readonly number[],
	batch: Pick<FigureBatch, 'values' | 'missing'>,
): Promise<void> {
	if (areas.length === 0) return;
	const width = series.length;
	await sql`
		INSERT INTO figure (municipality_id, series_id, area_id, value, missing)
		SELECT ${municipalityId}::uuid,
			(${array(series)}::integer[])[1 + (n - 1) % ${width}::integer],
			(${array(areas)}::integer[])[1 + (n - 1) / ${width}::integer],
			value, (${missingTexts}::text[])[1 + missing]
		FROM unnest(${valueArray(batch.values)}::double precision[], ${array(batch.missing)}::smallint[])
			WITH ORDINALITY AS cell (value, missing, n)`.execute(tx);
}

/** Stores where every value stands in the country, and that the publication covers it. */
export async function storeSpreads(
	tx: Tx,
	municipality_id: string,
	publicationId: string,
	series: readonly number[],
	spreads: Iterable<{ column: number; level: ComparedLevel; spread: Spread }>,
): Promise<void> {
	for (const { column, level, spread } of spreads) {
		await sql`
			INSERT INTO series_spread (municipality_id, series_id, level, breaks, below)
			VALUES (${municipality_id}::uuid, ${series[column]}::integer, ${level}::text,
				${array(spread.breaks)}::double precision[], ${array(spread.below)}::integer[])`.execute(tx);
	}
	await tx
		.updateTable('publication')
		.set({ covers_country: true })
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', publicationId)
		.execute();
}

/** PostgreSQL's own notation: the driver's is ten times slower for a list this long. */
function array(values: readonly number[] | Uint8Array): string {
	return `{${values.join(',')}}`;
}

function valueArray(values: Float64Array): string {
	let text = '';
	for (const value of values) text += `,${Number.isNaN(value) ? 'NULL' : value}`;
	return `{${text.slice(1)}}`;
}
