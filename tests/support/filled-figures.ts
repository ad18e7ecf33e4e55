import { randomBytes } from 'node:crypto';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';

export interface Setting {
	municipality_id: string;
	now: Date;
	text(what: string): string;
}

/** Fills what CBS publishes: a table, a series, an area, its figure. */
export async function fillFigures(tx: Tx, { municipality_id, now, text }: Setting): Promise<Rows> {
	const publication = {
		municipality_id,
		id: newId(),
		table_id: text('table'),
		title: text('publication'),
		publisher: text('publisher'),
		licence: 'CC BY 4.0',
		period: '2020',
		boundary_year: 2020,
		source: 'file',
		family: 'kwb',
		retrieved_at: now,
		checksum: randomBytes(8).toString('hex'),
		visibility: 'public',
		created_at: now,
	};
	await tx.insertInto('publication').values(publication).execute();
	const series = await tx
		.insertInto('series')
		.values({
			municipality_id,
			publication_id: publication.id,
			measure: 'AantalInwoners_5',
			indicator: 'population',
			title: text('series'),
			unit: 'personen',
			period: '2020',
			kind: 'register',
			position: 0,
		}) // prettier-ignore
		.returning('id')
		.executeTakeFirstOrThrow();
	const area = await tx
		.insertInto('area')
		.values({
			municipality_id,
			code: `WK${randomBytes(3).readUIntBE(0, 3) % 1_000_000}`.padEnd(8, '0'),
			boundary_year: 2020,
			level: 'district',
			name: text('area'),
		}) // prettier-ignore
		.returning(['id', 'code'])
		.executeTakeFirstOrThrow();
	await tx.insertInto('area_figures').values({ municipality_id, publication_id: publication.id, area_id: area.id, values: [12345] }).execute(); // prettier-ignore
	await tx.insertInto('series_spread').values({ municipality_id, publication_id: publication.id, series_id: series.id, level: 'district', breaks: [12345], below: [0, 1] }).execute(); // prettier-ignore
	const run = { municipality_id, id: newId(), file_names: [text('file')], state: 'done', publication_id: publication.id, created_at: now }; // prettier-ignore
	await tx.insertInto('figure_import').values(run).execute();
	await tx.insertInto('source_check').values({ municipality_id, table_id: newId(), version: text('version'), checked_at: now }).execute(); // prettier-ignore
	await tx.insertInto('series_revision').values({ municipality_id, publication_id: publication.id, series_id: series.id, revised: 1, appeared: 0, vanished: 0 }).execute(); // prettier-ignore
	return {
		...(await fillBoundaries(tx, { municipality_id, now, text }, area.code)),
		publication: publication.id,
		series: series.id,
		area: area.id,
		area_code: area.code,
		figure_import: run.id,
	};
}

/** Fills the shape of an area, and a change of its code. */
async function fillBoundaries(
	tx: Tx,
	{ municipality_id, now, text }: Setting,
	code: string,
): Promise<Rows> {
	const boundaries = {
		municipality_id,
		id: newId(),
		kind: 'changes',
		source: 'file',
		file_name: text('boundaries'),
		state: 'done',
		created_at: now,
		finished_at: now,
	};
	await tx.insertInto('boundary_import').values(boundaries).execute();
	const bytes = Buffer.from([0]);
	const import_id = boundaries.id;
	await tx.insertInto('area_shape').values({ municipality_id, boundary_year: 2020, level: 'district', code, fine: bytes, coarse: bytes, is_water: false, is_approximate: false, import_id }).execute(); // prettier-ignore
	await tx.insertInto('area_change').values({ municipality_id, year: 2020, from_code: 'WK000000', to_code: code, import_id }).execute(); // prettier-ignore
	return { boundary_import: boundaries.id };
}
