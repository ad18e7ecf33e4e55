import { sql } from 'kysely';
import { municipalityOf } from '#kernel/actor.ts';
import { knownEntries } from './exchange-known.server.ts';
import type { KnownEntry } from './exchange-known.ts';
import { changeEntry, restoreEntry, withdrawEntry } from './form-import-entries.server.ts';
import {
	importLines,
	type ImportContext,
	type ImportLine,
	type LineOutcome,
} from './form-import-row.server.ts';

const reason = 'Het inlezen van dit schema is teruggedraaid.';

/** What came of undoing: how many lines are open again, and how many stay because somebody worked on since. */
export interface Undone {
	id: string;
	undone: number;
	kept: number;
}

/**
 * Undoes what was taken in, the last first: withdraws what was added, puts back what was changed and what was taken
 * out, takes sources away again. What somebody changed since stays as it is. The lines are open afterwards.
 */
export async function undoLines(context: ImportContext, formImportId: string): Promise<Undone> {
	const { tx, actor, subject } = context;
	const lines = await importLines(tx, actor, formImportId)
		.where('state', '=', 'approved')
		.forUpdate()
		.execute();
	const entries = new Map((await knownEntries(tx, actor, subject)).map((one) => [one.id, one]));
	const undone: string[] = [];
	for (const line of lines.toReversed())
		if (await undo(context, line, entries)) undone.push(line.id);
	await sql`
		UPDATE form_import_line SET state = 'open', outcome = NULL, decided_by = NULL, decided_at = NULL, version = version + 1
		WHERE municipality_id = ${municipalityOf(actor)} AND id = ANY (${undone}::uuid[])`.execute(tx);
	return { id: formImportId, undone: undone.length, kept: lines.length - undone.length };
}

/** Whether the line is open again: what it did was undone, or it had done nothing. */
async function undo(
	context: ImportContext,
	{ kind, outcome }: ImportLine,
	entries: ReadonlyMap<string, KnownEntry>,
): Promise<boolean> {
	if (!outcome) return true;
	if (kind === 'source') return undoSource(context, outcome);
	const { tx, actor, clock } = context;
	const entry = entries.get(outcome.id);
	if (outcome.version === null || !entry) return true;
	if (entry.version !== outcome.version) return false;
	if (kind === 'removed') await restoreEntry(tx, actor, entry);
	else if (outcome.isAdded) await withdrawEntry(tx, actor, clock.now(), entry, reason);
	else if (outcome.before) await changeEntry(tx, actor, clock.now(), entry, outcome.before);
	return true;
}

async function undoSource(
	{ tx, actor, clock }: ImportContext,
	{ id, isAdded, citedBy }: LineOutcome,
): Promise<boolean> {
	const municipality_id = municipalityOf(actor);
	if (citedBy)
		await tx
			.deleteFrom('citation')
			.where('municipality_id', '=', municipality_id)
			.where('finding_id', '=', citedBy)
			.where('evidence_id', '=', id)
			.execute();
	if (!isAdded) return true;
	// Somebody else may rest on it by now, or have filled it in.
	const { rows } = await sql`
		UPDATE evidence SET withdrawn_at = ${clock.now()}, withdrawn_reason = ${reason}, version = version + 1
		WHERE municipality_id = ${municipality_id} AND id = ${id} AND version = 1 AND withdrawn_at IS NULL
			AND NOT EXISTS (SELECT FROM citation c WHERE c.municipality_id = evidence.municipality_id AND c.evidence_id = evidence.id)
		RETURNING id`.execute(tx);
	return rows.length > 0;
}
