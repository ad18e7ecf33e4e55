import { sql } from 'kysely';
import { changedMeanwhile, notFound } from '#kernel/failure.ts';
import type { Tx } from './handles.ts';

/** The tables whose rows can be taken back and put back. */
export type Withdrawable =
	| 'agenda_item'
	| 'approach'
	| 'decision'
	| 'evidence'
	| 'finding'
	| 'knowledge_need'
	| 'means'
	| 'priority'
	| 'progress'
	| 'provision';

interface Which {
	municipalityId: string;
	id: string;
	/** The version as the writer read it. */
	version: number;
}

/**
 * Takes a row back, with the reason; it stays in the table. Gives its new version. Throws `not_found`, or
 * `changed_meanwhile` when somebody changed or withdrew it since it was read.
 */
export function withdrawRow(
	tx: Tx,
	table: Withdrawable,
	which: Which,
	reason: string,
	at: Date,
): Promise<number> {
	return setWithdrawn(tx, table, which, at, reason);
}

/** Puts a row back that was withdrawn. Gives its new version; throws as `withdrawRow` does. */
export function restoreRow(tx: Tx, table: Withdrawable, which: Which): Promise<number> {
	return setWithdrawn(tx, table, which, null, '');
}

async function setWithdrawn(
	tx: Tx,
	table: Withdrawable,
	{ municipalityId, id, version }: Which,
	at: Date | null,
	reason: string,
): Promise<number> {
	const isOpen = at === null ? sql`withdrawn_at IS NOT NULL` : sql`withdrawn_at IS NULL`;
	const { rows } = await sql<{ version: number }>`
		UPDATE ${sql.table(table)}
		SET withdrawn_at = ${at}, withdrawn_reason = ${reason}, version = version + 1
		WHERE municipality_id = ${municipalityId} AND id = ${id} AND version = ${version} AND ${isOpen}
		RETURNING version`.execute(tx);
	if (rows[0]) return rows[0].version;
	const current = await sql<{ version: number; isWithdrawn: boolean }>`
		SELECT version, withdrawn_at IS NOT NULL AS "isWithdrawn" FROM ${sql.table(table)}
		WHERE municipality_id = ${municipalityId} AND id = ${id}`.execute(tx);
	if (!current.rows[0]) throw notFound();
	throw changedMeanwhile(current.rows[0]);
}
