import { sql, type RawBuilder } from 'kysely';
import type { Reader, Tx } from '#server/database/handles.ts';

/** The tables whose rows stand under themes of the trajectory's framework. */
const themedTables = ['evidence', 'finding', 'knowledge_need', 'passage', 'provision'] as const;
type ThemedTable = (typeof themedTables)[number];

/** A row whose themes were rewritten; the first theme is where it stands. */
export interface RewrittenRow {
	table: ThemedTable;
	id: string;
	before: string[];
	after: string[];
}

interface Where {
	municipalityId: string;
	trajectoryId: string;
}

interface Writer {
	membershipId: string | null;
	at: Date;
}

/** How many rows of a trajectory stand under each theme, whatever they are, also those that were withdrawn. */
export async function countByTheme(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	for (const table of themedTables) {
		const { rows } = await sql<{ theme: string; count: number }>`
			SELECT theme, count(*) AS count
			FROM (SELECT unnest(${themesOf(table)}) AS theme FROM ${sql.table(table)}
				WHERE municipality_id = ${municipalityId} AND trajectory_id = ${trajectoryId}) t
			GROUP BY theme`.execute(reader);
		for (const { theme, count } of rows) counts.set(theme, (counts.get(theme) ?? 0) + count);
	}
	return counts;
}

/**
 * Puts everything of a trajectory that stands under one of these themes under another. Every row that changes counts a
 * version on; what it was is kept. Gives the rows, so that they can be put back.
 */
export async function rewriteThemes(
	tx: Tx,
	where: Where,
	places: ReadonlyMap<string, string>,
	writer: Writer,
): Promise<RewrittenRow[]> {
	const rewritten: RewrittenRow[] = [];
	if (places.size === 0) return rewritten;
	for (const table of themedTables) {
		const { rows } = await sql<{ id: string; before: string[] }>`
			SELECT id, ${themesOf(table)} AS before FROM ${sql.table(table)}
			WHERE municipality_id = ${where.municipalityId} AND trajectory_id = ${where.trajectoryId}
				AND ${themesOf(table)} && ${[...places.keys()]}::text[]`.execute(tx);
		for (const { id, before } of rows) {
			const after = [...new Set(before.map((theme) => places.get(theme) ?? theme))];
			rewritten.push({ table, id, before, after });
		}
	}
	await putThemes(tx, where, rewritten, writer);
	return rewritten;
}

/** Puts rows back under the themes they had; a row that somebody placed elsewhere since stays where it is. */
export function putThemesBack(
	tx: Tx,
	where: Where,
	rows: readonly RewrittenRow[],
	writer: Writer,
): Promise<void> {
	const back = rows.map((row) => ({ ...row, before: row.after, after: row.before }));
	return putThemes(tx, where, back, writer);
}

async function putThemes(
	tx: Tx,
	where: Where,
	rows: readonly RewrittenRow[],
	{ membershipId, at }: Writer,
): Promise<void> {
	for (const table of themedTables) {
		const mine = rows.filter((row) => row.table === table);
		if (mine.length === 0) continue;
		const set =
			table === 'finding'
				? sql`themes = n.after, changed_by = ${membershipId}, changed_at = ${at}`
				: table === 'evidence' || table === 'passage'
					? sql`themes = n.after`
					: sql`theme = n.after[1]`;
		await sql`
			UPDATE ${sql.table(table)} SET ${set}, version = version + 1
			FROM jsonb_to_recordset(${JSON.stringify(mine)}::jsonb) AS n(id uuid, before text[], after text[])
			WHERE ${sql.table(table)}.municipality_id = ${where.municipalityId}
				AND ${sql.table(table)}.trajectory_id = ${where.trajectoryId}
				AND ${sql.table(table)}.id = n.id AND ${themesOf(table)} = n.before`.execute(tx);
	}
}

function themesOf(table: ThemedTable): RawBuilder<string[]> {
	const isOne = table === 'provision' || table === 'knowledge_need';
	return isOne ? sql`ARRAY[${sql.table(table)}.theme]` : sql`${sql.table(table)}.themes`;
}
