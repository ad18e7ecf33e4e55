import { sql } from 'kysely';
import { memberOf, municipalityOf } from '#kernel/actor.ts';
import { knownEntries, sourceTitles } from './exchange-known.server.ts';
import { isSame, KnownEntries, type KnownEntry } from './exchange-known.ts';
import { takenKey } from './exchange-match.ts';
import { ColumnSlots } from './exchange-place.ts';
import {
	addEntries,
	changeEntry,
	withdrawEntry,
	type NewEntry,
} from './form-import-entries.server.ts';
import {
	importLines,
	type ImportContext,
	type ImportLine,
	type LineOutcome,
} from './form-import-row.server.ts';
import { takeSource } from './form-import-source.server.ts';
import { loadFramework } from './framework.server.ts';
import { newId } from '#kernel/id.ts';

interface Choice {
	formImportId: string;
	lines: readonly string[];
	all: boolean;
}

/** What came of approving: how many lines were taken in, and how many wait because somebody changed the entry. */
export interface Approved {
	id: string;
	approved: number;
	waiting: number;
}

/**
 * Takes lines into the form, in the name of the organisation that filled them in. A line that was decided about before
 * is left alone; one whose entry does not read any more as when the form went out is only taken in when the version
 * that was seen is named with it, and is still the newest; what stands there already is not added again.
 */
export async function approveLines(context: ImportContext, choice: Choice): Promise<Approved> {
	const { tx, actor, subject } = context;
	const seen = new Map(choice.lines.map((one) => [one.slice(0, 36).toLowerCase(), Number(one.slice(37)) || null])); // prettier-ignore
	const open = await importLines(tx, actor, choice.formImportId)
		.where('state', '=', 'open')
		.where('kind', '<>', 'unplaced')
		.forUpdate()
		.execute();
	const chosen = open.filter((line) =>
		choice.all ? line.kind !== 'removed' && line.problem === null : seen.has(line.id),
	);
	const entries = new KnownEntries(await knownEntries(tx, actor, subject));
	const outcomes = new Map<string, LineOutcome>();
	const framework = await loadFramework(tx, actor.municipalityId, subject);
	await takeNew(context, chosen, entries, new ColumnSlots(framework), outcomes);
	for (const line of chosen) {
		if (line.kind !== 'changed' && line.kind !== 'removed') continue;
		const entry = entries.all.find(({ id }) => id === line.entryId);
		const outcome = entry && (await takeChange(context, line, entry, seen.get(line.id) ?? null));
		if (outcome) outcomes.set(line.id, outcome);
	}
	await takeSources(context, chosen, outcomes);
	await store(context, outcomes);
	return {
		id: choice.formImportId,
		approved: outcomes.size,
		waiting: chosen.length - outcomes.size,
	};
}

/** New entries, all of one kind in one statement; what reads the same in the same place is there already. */
async function takeNew(
	{ tx, actor, clock, subject }: ImportContext,
	lines: readonly ImportLine[],
	entries: KnownEntries,
	slots: ColumnSlots,
	outcomes: Map<string, LineOutcome>,
): Promise<void> {
	const added = new Map<string, NewEntry>();
	for (const { id, kind, theme, slot, text } of lines) {
		const place = slots.all.find((one) => one.id === slot);
		if (kind !== 'new' || !place || theme === null) continue;
		const key = takenKey(theme, slot, text);
		const same =
			entries.withText(text).find((one) => one.themeId === theme && slots.columnOf(one.slot) === place.columnId) ?? // prettier-ignore
			added.get(key);
		const entry = same ?? { table: place.table, id: newId(), text, themeId: theme, slot: place.id };
		if (!same) added.set(key, entry);
		outcomes.set(id, {
			...{ table: entry.table, id: entry.id, version: same ? null : 1, isAdded: !same },
			...{ before: null, citedBy: null },
		});
	}
	await addEntries(tx, actor, clock.now(), subject, [...added.values()]);
}

async function takeChange(
	{ tx, actor, clock }: ImportContext,
	line: ImportLine,
	entry: KnownEntry,
	seenVersion: number | null,
): Promise<LineOutcome | null> {
	const { kind, text, theme, slot, base } = line;
	const { version, themeId } = entry;
	const before = { version, text: entry.text, themeId, slot: entry.slot };
	const outcome = { table: entry.table, id: entry.id, isAdded: false, before, citedBy: null };
	if (kind === 'removed' && entry.isWithdrawn) return { ...outcome, version: null };
	if (entry.isWithdrawn) return null;
	const to = { text, themeId: theme ?? themeId, slot: slot ?? entry.slot };
	if (kind === 'changed' && isSame(entry, to)) return { ...outcome, version: null };
	// Without a look at what stands there now, nothing of somebody else is replaced.
	const isAsItWas = base !== null && isSame(entry, base);
	if (!isAsItWas && seenVersion !== version) return null;
	const changed =
		kind === 'removed'
			? await withdrawEntry(tx, actor, clock.now(), entry)
			: await changeEntry(tx, actor, clock.now(), entry, to);
	return { ...outcome, version: changed.version };
}

async function takeSources(
	context: ImportContext,
	lines: readonly ImportLine[],
	outcomes: Map<string, LineOutcome>,
): Promise<void> {
	const named = lines.filter(({ kind }) => kind === 'source');
	if (named.length === 0) return;
	const { tx, actor, subject } = context;
	const all = await importLines(tx, actor, subject.formImport.id).execute();
	const byId = new Map(all.map((line) => [line.id, line]));
	const titles = await sourceTitles(tx, actor, subject, { withdrawn: false });
	for (const line of named) {
		const parent = line.parentId === null ? undefined : byId.get(line.parentId);
		const parentOutcome = parent && (outcomes.get(parent.id) ?? parent.outcome);
		// A source of a finding that was not taken in has nothing to stand behind yet.
		if (parent && !parentOutcome) continue;
		const findingId = line.entryTable === 'finding' ? line.entryId : (parentOutcome?.id ?? null);
		outcomes.set(line.id, await takeSource(context, line, findingId, titles));
	}
}

async function store(
	{ tx, actor, clock }: ImportContext,
	outcomes: ReadonlyMap<string, LineOutcome>,
): Promise<void> {
	if (outcomes.size === 0) return;
	const rows = [...outcomes].map(([id, outcome]) => ({ id, outcome }));
	await sql`
		UPDATE form_import_line l SET state = 'approved', outcome = o.outcome, version = version + 1,
			decided_by = ${memberOf(actor).membershipId}, decided_at = ${clock.now()}
		FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o (id uuid, outcome jsonb)
		WHERE l.municipality_id = ${municipalityOf(actor)} AND l.id = o.id`.execute(tx);
}
