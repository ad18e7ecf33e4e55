import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';
import { rowsOf, type Cells } from './figure-rows.ts';
import type { ComparedLevel, Spread } from './spread.ts';

/**
 * Stores the figures of a batch: `columns[c]` is the series at position `c` of the publication, `areas[a]` the id of
 * `areas[a]`. PostgreSQL refuses COPY into a table with row-level security, and the program's role is bound by it; a list
 * of arrays in one statement comes close to its speed (docs/decisions/figures-as-rows-of-arrays.md).
 */
export async function storeFigures(
	tx: Tx,
	{ municipalityId, publicationId }: { municipalityId: string; publicationId: string },
	areas: readonly number[],
	batch: Cells,
): Promise<void> {
	if (areas.length === 0) return;
	const rows = [...rowsOf(batch)];
	const list = (name: keyof (typeof rows)[number]) => texts(rows.map((row) => row[name]));
	await sql`
		INSERT INTO area_figures (municipality_id, publication_id, area_id,
			values, missing, lower, upper, numerator, denominator)
		SELECT ${municipalityId}::uuid, ${publicationId}::uuid, area_id,
			own::float8[], missing::smallint[], lower::float8[], upper::float8[],
			numerator::float8[], denominator::float8[]
		FROM unnest(${`{${areas.join(',')}}`}::integer[], ${list('values')}::text[], ${list('missing')}::text[],
			${list('lower')}::text[], ${list('upper')}::text[], ${list('numerator')}::text[],
			${list('denominator')}::text[])
			AS row (area_id, own, missing, lower, upper, numerator, denominator)`.execute(tx);
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
			INSERT INTO series_spread (municipality_id, publication_id, series_id, level, breaks, below)
			VALUES (${municipality_id}::uuid, ${publicationId}::uuid, ${series[column]}::integer, ${level}::text,
				${array(spread.breaks)}::double precision[], ${array(spread.below)}::integer[])`.execute(tx);
	}
	await tx
		.updateTable('publication')
		.set({ covers_country: true })
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', publicationId)
		.execute();
}

/** A list of numbers in PostgreSQL's own notation: the driver's is ten times slower for a list this long. */
function array(values: readonly number[]): string {
	return `{${values.join(',')}}`;
}

/** A list of arrays in PostgreSQL's own notation; an array holds nothing that would have to be escaped. */
function texts(arrays: readonly (string | null)[]): string {
	return `{${arrays.map((one) => (one === null ? 'NULL' : `"${one}"`)).join(',')}}`;
}
