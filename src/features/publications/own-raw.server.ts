import { sql } from 'kysely';
import type { Reader, Tx } from '#server/database/handles.ts';
import { cellText, type Sheet } from '#server/spreadsheets/sheet.ts';
import type { OwnArea } from './own-area.ts';
import type { OwnCell } from './own-check.ts';
import {
	MOST_OWN_COLUMNS,
	MOST_OWN_ROWS,
	type OwnRow,
	type OwnSheet,
	type OwnValue,
} from './own-layout.ts';

/**
 * The one file that touches raw counts: the rows of a file on its way in, which only whoever brought it reads, and the
 * counts behind what was imported, which only the gate does. Row-level security shows the counts to no transaction that
 * has not said that it is the gate; nothing else may say so (tests/architecture/sources.test.ts).
 */

/** The sheets of a file as they are kept: dates are texts, hidden sheets are left out. */
export function keptSheets(sheets: readonly Sheet[]): OwnSheet[] {
	return sheets
		.filter(({ isHidden, rows }) => !isHidden && rows.length > 0)
		.map(({ name, rows }) => ({ name: name.slice(0, 100), rows: rows.map(keptRow) }))
		.map(({ name, rows }) => ({ name, rows: rows.filter(({ cells }) => cells.length > 0) }))
		.filter(({ rows }) => rows.length > 0);
}

function keptRow({ index, cells }: Sheet['rows'][number]): OwnRow {
	const kept = cells.map((cell): OwnValue => {
		if (cell instanceof Date) return cellText(cell);
		// PostgreSQL keeps no zero characters.
		return typeof cell === 'string' ? cell.replaceAll('\0', '').slice(0, 500) : cell;
	});
	while (kept.length > 0 && (kept.at(-1) === null || kept.at(-1) === '')) kept.pop();
	return { index, cells: kept };
}

/** Whether a file is larger than an own file can be: more rows, or more columns. */
export function isTooLarge(sheets: readonly OwnSheet[]): boolean {
	const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
	return (
		rows > MOST_OWN_ROWS ||
		sheets.some((sheet) => sheet.rows.some(({ cells }) => cells.length > MOST_OWN_COLUMNS))
	);
}

/** Keeps the rows of a file for whoever brought it. */
export async function storeSheets(
	tx: Tx,
	file: { municipalityId: string; importId: string; ownerId: string },
	sheets: readonly OwnSheet[],
): Promise<void> {
	for (const [position, { name, rows }] of sheets.entries())
		await tx
			.insertInto('own_file_sheet')
			.values({
				municipality_id: file.municipalityId,
				import_id: file.importId,
				owner_id: file.ownerId,
				...{ position, name, rows: JSON.stringify(rows.map(({ index, cells }) => [index, cells])) },
			})
			.execute();
}

/** One sheet of a file that the reader brought; undefined when it is gone, or somebody else's. */
export async function readSheet(
	reader: Reader,
	municipalityId: string,
	importId: string,
	position: number,
): Promise<OwnSheet | undefined> {
	const row = await reader
		.selectFrom('own_file_sheet')
		.select(['name', 'rows'])
		.where('municipality_id', '=', municipalityId)
		.where('import_id', '=', importId)
		.where('position', '=', position)
		.executeTakeFirst();
	if (!row) return undefined;
	const rows = row.rows as unknown as [number, OwnValue[]][];
	return { name: row.name, rows: rows.map(([index, cells]) => ({ index, cells })) };
}

/** Removes the rows of a file that was imported or put aside: they are not needed any more. */
export async function dropSheets(tx: Tx, municipalityId: string, importId: string): Promise<void> {
	await asGate(tx, () =>
		tx
			.deleteFrom('own_file_sheet')
			.where('municipality_id', '=', municipalityId)
			.where('import_id', '=', importId)
			.execute(),
	);
}

/** Keeps the counts as they were, for when they have to pass the gate again. */
export async function storeCounts(
	tx: Tx,
	municipalityId: string,
	importId: string,
	cells: readonly OwnCell[],
): Promise<void> {
	const rows = cells.map(({ area, row: _, ...cell }, n) => ({ ...cell, n, area_code: area.code }));
	await sql`
		INSERT INTO own_count (municipality_id, import_id, n, measure, period, category, area_code, value, missing, part, base)
		SELECT ${municipalityId}::uuid, ${importId}::uuid, c.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
			AS c (n integer, measure text, period text, category text, area_code text, value double precision,
				missing text, part double precision, base double precision)`.execute(tx);
}

/** The counts behind an import, for the gate. `areaOf` gives the area of a code. */
export async function countsForGate(
	tx: Tx,
	municipalityId: string,
	importId: string,
	areaOf: (code: string) => OwnArea,
): Promise<OwnCell[]> {
	const rows = await asGate(tx, () =>
		tx
			.selectFrom('own_count')
			.select(['measure', 'period', 'category', 'area_code', 'value', 'missing', 'part', 'base'])
			.where('municipality_id', '=', municipalityId)
			.where('import_id', '=', importId)
			.orderBy('n')
			.execute(),
	);
	return rows.map(({ area_code, missing, ...cell }) => ({
		...cell,
		// Kept before 22 November 2026 with a hyphen.
		missing: (missing?.replaceAll('-', '_') ?? null) as OwnCell['missing'],
		area: areaOf(area_code),
		row: 0,
	}));
}

/** Carries something out as the gate; afterwards the transaction is what it was. */
async function asGate<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
	await sql`SELECT set_config('app.raw_counts', 'gate', true)`.execute(tx);
	const outcome = await work();
	await sql`SELECT set_config('app.raw_counts', '', true)`.execute(tx);
	return outcome;
}
