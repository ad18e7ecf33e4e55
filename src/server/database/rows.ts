import { sql, type RawBuilder, type Updateable } from 'kysely';
import { changedMeanwhile, Failure, notFound } from '#kernel/failure.ts';
import type { Tx } from './handles.ts';
import type { DB } from './schema.ts';

/** The tables whose rows can be taken back and put back. */
export type Withdrawable =
	| 'adjustment_choice'
	| 'adjustment_round'
	| 'agenda_item'
	| 'approach'
	| 'attachment'
	| 'decision'
	| 'evidence'
	| 'finding'
	| 'framework_draft'
	| 'help_line'
	| 'kept_figure'
	| 'knowledge_need'
	| 'logbook_note'
	| 'means'
	| 'own_guide'
	| 'passage'
	| 'place'
	| 'political_moment'
	| 'possible_solution'
	| 'priority'
	| 'progress'
	| 'provision'
	| 'recognition_sentence'
	| 'report_section'
	| 'score_discussion'
	| 'skipped_questions'
	| 'tension_answer'
	| 'warning_answer'
	| 'warning_rule';

/** Of rows that can be taken back: those that stand, or those that were withdrawn. */
export type Which = 'standing' | 'withdrawn';

/** The tables whose rows have a version that their writers name. */
export type Versioned =
	| Withdrawable
	| 'citation'
	| 'core_meeting'
	| 'finding_question'
	| 'form_import_line'
	| 'membership'
	| 'own_import'
	| 'participant'
	| 'phase'
	| 'precondition'
	| 'recognition_reaction'
	| 'recognition_round'
	| 'report_comment'
	| 'report_version_visibility'
	| 'residents_party'
	| 'signal'
	| 'retention_period'
	| 'second_reader'
	| 'signal_post'
	| 'silent_round'
	| 'standpoint'
	| 'theme_mapping'
	| 'trajectory';

/** One row, as its writer read it. */
export interface RowRead {
	municipalityId: string;
	id: string;
	version: number;
	/** Where the policy looked at a trajectory that the input names: the row has to be of it. */
	trajectoryId?: string;
}

/** Every change gives which row, and its new version. */
export interface Changed {
	id: string;
	version: number;
}

interface ChangeOptions {
	/** Reads what stands there now: what a second writer needs to merge. */
	current: () => Promise<object | undefined>;
	/** Withdrawn rows may be changed as well. */
	evenWithdrawn?: boolean;
}

/**
 * Changes columns of a row that still has the version its writer read. Throws `not_found`, `withdrawn`, or
 * `changed_meanwhile` with what stands there now.
 */
export async function changeRow<Table extends Versioned>(
	tx: Tx,
	table: Table,
	row: RowRead,
	values: Updateable<DB[Table]>,
	{ current, evenWithdrawn = false }: ChangeOptions,
): Promise<Changed> {
	const open = evenWithdrawn ? sql<boolean>`true` : isOpen(table);
	const changed = await write(tx, table, row, values, open);
	if (changed) return changed;
	const { rows } = await sql<{ isOpen: boolean }>`
		SELECT ${open} AS "isOpen" FROM ${sql.table(table)} WHERE ${isRow(row)}`.execute(tx);
	if (!rows[0]) throw notFound();
	if (!rows[0].isOpen) throw new Failure('withdrawn', 409);
	throw changedMeanwhile(await current());
}

/**
 * Takes a row back, with the reason; it stays in the table. Throws `not_found`, or `changed_meanwhile` when somebody
 * changed or withdrew it since it was read.
 */
export function withdrawRow(
	tx: Tx,
	table: Withdrawable,
	row: RowRead,
	reason: string,
	at: Date,
): Promise<Changed> {
	return setWithdrawn(tx, table, row, { withdrawn_at: at, withdrawn_reason: reason });
}

/** Puts a row back that was withdrawn; throws as `withdrawRow` does. */
export function restoreRow(tx: Tx, table: Withdrawable, row: RowRead): Promise<Changed> {
	return setWithdrawn(tx, table, row, { withdrawn_at: null, withdrawn_reason: '' });
}

async function setWithdrawn(
	tx: Tx,
	table: Withdrawable,
	row: RowRead,
	values: { withdrawn_at: Date | null; withdrawn_reason: string },
): Promise<Changed> {
	const open = values.withdrawn_at ? isOpen(table) : sql<boolean>`NOT (${isOpen(table)})`;
	const changed = await write(tx, table, row, values, open);
	if (changed) return changed;
	const { rows } = await sql<{ version: number; isWithdrawn: boolean }>`
		SELECT version, NOT (${isOpen(table)}) AS "isWithdrawn" FROM ${sql.table(table)}
		WHERE ${isRow(row)}`.execute(tx);
	throw rows[0] ? changedMeanwhile(rows[0]) : notFound();
}

async function write(
	tx: Tx,
	table: Versioned,
	row: RowRead,
	values: object,
	open: RawBuilder<boolean>,
): Promise<Changed | undefined> {
	const columns = Object.entries(values).filter(([, value]) => value !== undefined);
	const { rows } = await sql<Changed>`
		UPDATE ${sql.table(table)}
		SET ${sql.join(columns.map(([name, value]) => sql`${sql.id(name)} = ${value}`))}, version = version + 1
		WHERE ${isRow(row)} AND version = ${row.version} AND ${open}
		RETURNING id, version`.execute(tx);
	return rows[0];
}

function isRow({ municipalityId, id, trajectoryId }: RowRead): RawBuilder<boolean> {
	const key = sql<boolean>`municipality_id = ${municipalityId} AND id = ${id}`;
	return trajectoryId ? sql`${key} AND trajectory_id = ${trajectoryId}` : key;
}

/** The tables whose rows always count. */
const alwaysOpen: ReadonlySet<Versioned> = new Set([
	'citation',
	'core_meeting',
	'finding_question',
	'form_import_line',
	'own_import',
	'phase',
	'precondition',
	'recognition_reaction',
	'recognition_round',
	'report_comment',
	'report_version_visibility',
	'residents_party',
	'retention_period',
	'signal_post',
	'standpoint',
	'theme_mapping',
	'trajectory',
]);

/** Whether a row still counts. */
function isOpen(table: Versioned): RawBuilder<boolean> {
	if (table === 'participant' || table === 'membership' || table === 'second_reader')
		return sql`ended_at IS NULL`;
	if (table === 'silent_round') return sql`closed_at IS NULL`;
	return alwaysOpen.has(table) ? sql`true` : sql`withdrawn_at IS NULL`;
}
