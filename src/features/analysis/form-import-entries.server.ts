import { sql } from 'kysely';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow, type Changed } from '#server/database/rows.ts';
import type { EntryTable } from './exchange-code.ts';
import type { EntryState } from './exchange-known.ts';
import { findingKindOf, standingOf } from './exchange-slots.ts';
import type { FormImportSubject } from './form-import-row.server.ts';

/** An entry to add, in its table. */
export interface NewEntry extends Omit<EntryState, 'version'> {
	table: EntryTable;
	id: string;
}

/** An entry that is there, as it was read. */
export interface EntryRow {
	table: EntryTable;
	id: string;
	version: number;
}

/** Adds entries in the name of the organisation that filled them in: one statement for each kind, however many. */
export async function addEntries(
	tx: Tx,
	actor: Actor,
	at: Date,
	{ trajectoryId, formImport }: FormImportSubject,
	entries: readonly NewEntry[],
): Promise<void> {
	const { membershipId } = memberOf(actor);
	const shared = sql`${municipalityOf(actor)}, ${trajectoryId}, ${formImport.organisationId}, ${membershipId}, ${at}`;
	const into = sql`municipality_id, trajectory_id, organisation_id, created_by, created_at`;
	const rowsOf = (table: EntryTable) => entries.filter((one) => one.table === table);
	const findings = rowsOf('finding').map((one) => ({ ...one, ...findingKindOf(one.slot) }));
	if (findings.length > 0)
		await sql`
			INSERT INTO finding (${into}, changed_by, changed_at, id, text, themes, kind, signal_kind)
			SELECT ${shared}, ${membershipId}, ${at}, e.id, e.text, ARRAY[e."themeId"], e.kind, e."signalKind"
			FROM jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
				AS e (id uuid, text text, "themeId" text, kind text, "signalKind" text)`.execute(tx);
	const provisions = rowsOf('provision').map((one) => ({ ...one, standing: standingOf(one.slot) }));
	if (provisions.length > 0)
		await sql`
			INSERT INTO provision (${into}, id, text, theme, standing)
			SELECT ${shared}, e.id, e.text, e."themeId", e.standing
			FROM jsonb_to_recordset(${JSON.stringify(provisions)}::jsonb)
				AS e (id uuid, text text, "themeId" text, standing text)`.execute(tx);
	const needs = rowsOf('knowledge_need');
	if (needs.length > 0)
		await sql`
			INSERT INTO knowledge_need (${into}, id, question, theme)
			SELECT ${shared}, e.id, e.text, e."themeId"
			FROM jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) AS e (id uuid, text text, "themeId" text)`.execute(
			tx,
		);
}

/** Gives an entry another text, theme or kind; what else it says stays. Throws `changed_meanwhile`. */
export async function changeEntry(
	tx: Tx,
	actor: Actor,
	at: Date,
	{ table, id, version }: EntryRow,
	{ text, themeId, slot }: Omit<EntryState, 'version'>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id, version };
	const options = { current: () => Promise.resolve(undefined) };
	if (table === 'provision')
		return changeRow(tx, table, row, { text, theme: themeId, standing: standingOf(slot) }, options);
	if (table === 'knowledge_need')
		return changeRow(tx, table, row, { question: text, theme: themeId }, options);
	const { kind, signalKind: signal_kind } = findingKindOf(slot);
	const themes = await themesWith(tx, row, themeId);
	const changed = { changed_by: memberOf(actor).membershipId, changed_at: at };
	return changeRow(tx, table, row, { text, kind, signal_kind, themes, ...changed }, options);
}

/** The themes of a finding with another one first. */
async function themesWith(
	tx: Tx,
	{ municipalityId, id }: { municipalityId: string; id: string },
	first: string,
): Promise<string[]> {
	const { themes } = await tx
		.selectFrom('finding')
		.select('themes')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return [first, ...themes.slice(1).filter((one) => one !== first)];
}

/** Why an entry was taken out; in Dutch, as the reasons that people write are mostly. */
const reason = 'Uit het schema gehaald dat op papier of in een rekenblad terugkwam.';

/** Takes an entry out of the form; it can be put back. */
export function withdrawEntry(
	tx: Tx,
	actor: Actor,
	at: Date,
	{ table, id, version }: EntryRow,
	why = reason,
): Promise<Changed> {
	return withdrawRow(tx, table, { municipalityId: municipalityOf(actor), id, version }, why, at);
}

/** Puts an entry back that was taken out. */
export function restoreEntry(tx: Tx, actor: Actor, { table, id, version }: EntryRow) {
	return restoreRow(tx, table, { municipalityId: municipalityOf(actor), id, version });
}
