import { sql } from 'kysely';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { EntryTable } from './exchange-code.ts';
import type { EntryState, KnownEntry } from './exchange-known.ts';
import { bareText } from './exchange-names.ts';
import { findingSlot } from './exchange-slots.ts';

/** Where a text and its place stand in the rows of each kind of entry. */
const columns: Record<EntryTable, { text: string; theme: string }> = {
	finding: { text: 'text', theme: 'themes[1]' },
	provision: { text: 'text', theme: 'theme' },
	knowledge_need: { text: 'question', theme: 'theme' },
};

interface Row {
	id: string;
	version: number;
	text: string;
	theme: string;
	kind: string | null;
	signal_kind: string | null;
	standing: string | null;
	created_at: Date;
	withdrawn: boolean;
	grouped: boolean;
	of_round: boolean;
	sources: string[] | null;
}

interface FormerRow {
	id: string;
	version: number;
	content: Record<string, unknown>;
	kept_at: Date;
}

/**
 * Every entry of a trajectory, also the withdrawn ones, with its former versions and the titles of the sources that the
 * actor may see. With `only`, just these entries.
 */
export async function knownEntries(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	only?: Record<EntryTable, string[]>,
): Promise<KnownEntry[]> {
	const titles = await sourceTitles(reader, actor, access, { withdrawn: true });
	const entries: KnownEntry[] = [];
	for (const table of Object.keys(columns) as EntryTable[]) {
		const ids = only?.[table] ?? null;
		if (ids?.length === 0) continue;
		const key = { municipalityId: municipalityOf(actor), trajectoryId: access.trajectoryId, ids };
		const former = await readFormer(reader, table, key);
		for (const row of await readRows(reader, table, key)) {
			const { id, version, text, theme: themeId } = row;
			entries.push({
				...{
					table,
					id,
					version,
					text,
					themeId,
					slot: slotOf(table, row),
					createdAt: row.created_at,
				},
				...{ isWithdrawn: row.withdrawn, isGrouped: row.grouped, isOfRound: row.of_round },
				former: former.get(id) ?? [],
				sources: (row.sources ?? []).flatMap((source) => titles.get(source) ?? []),
			});
		}
	}
	return entries;
}

/** The titles of the sources of a trajectory that the actor may see, by id; an observation without one has its place. */
export async function sourceTitles(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ withdrawn }: { withdrawn: boolean },
): Promise<Map<string, string>> {
	const rows = await linesIn(reader, actor, access, { withdrawn }).execute();
	return new Map(rows.map(({ id, title, place }) => [id, title || place]));
}

/** Titles as texts are compared. */
export function bareTitles(titles: Iterable<string>): Set<string> {
	return new Set([...titles].map(bareText));
}

interface Key {
	municipalityId: string;
	trajectoryId: string;
	ids: string[] | null;
}

async function readRows(reader: Reader, table: EntryTable, key: Key): Promise<Row[]> {
	const { text, theme } = columns[table];
	const isFinding = table === 'finding';
	const nothing = sql`NULL`;
	const { rows } = await sql<Row>`
		SELECT e.id, e.version, e.${sql.raw(text)} AS text, e.${sql.raw(theme)} AS theme,
			${isFinding ? sql`e.kind` : nothing} AS kind, ${isFinding ? sql`e.signal_kind` : nothing} AS signal_kind,
			${table === 'provision' ? sql`e.standing` : nothing} AS standing, e.created_at,
			e.withdrawn_at IS NOT NULL AS withdrawn, e.round_id IS NOT NULL AS of_round,
			${isFinding ? sql`e.grouped_into IS NOT NULL` : sql`false`} AS grouped,
			${isFinding ? sql`(SELECT array_agg(DISTINCT s.evidence_id) FROM finding_source s WHERE s.municipality_id = e.municipality_id AND s.finding_id = e.id)` : nothing} AS sources
		FROM ${sql.table(table)} e
		WHERE ${isChosen('e', key)}
		ORDER BY e.created_at, e.id`.execute(reader);
	return rows;
}

async function readFormer(reader: Reader, table: EntryTable, key: Key) {
	const { rows } = await sql<FormerRow>`
		SELECT k.id, k.version, k.content, k.kept_at FROM ${sql.table(table)} e
		JOIN kept_version k ON k.municipality_id = e.municipality_id AND k.table_name = ${table} AND k.id = e.id
		WHERE ${isChosen('e', key)}
		ORDER BY k.id, k.version`.execute(reader);
	const former = new Map<string, (EntryState & { until: Date })[]>();
	for (const { id, version, content, kept_at: until } of rows)
		former.set(id, [...(former.get(id) ?? []), { ...stateOf(table, content), version, until }]);
	return former;
}

function isChosen(alias: string, { municipalityId, trajectoryId, ids }: Key) {
	const name = sql.table(alias);
	const chosen = sql<boolean>`${name}.municipality_id = ${municipalityId} AND ${name}.trajectory_id = ${trajectoryId}`;
	return ids ? sql<boolean>`${chosen} AND ${name}.id = ANY (${ids}::uuid[])` : chosen;
}

/** What a kept row says; it is as PostgreSQL writes rows as JSON. */
function stateOf(table: EntryTable, content: Record<string, unknown>): Omit<EntryState, 'version'> {
	const text = (name: string) => String(content[name] ?? '');
	const themes = Array.isArray(content.themes) ? content.themes.map(String) : [];
	return {
		text: text(columns[table].text),
		themeId: table === 'finding' ? (themes[0] ?? '') : text('theme'),
		slot: slotOf(table, {
			kind: text('kind'),
			signal_kind: content.signal_kind === null ? null : text('signal_kind'),
			standing: text('standing'),
		}),
	};
}

function slotOf(
	table: EntryTable,
	{ kind, signal_kind, standing }: Pick<Row, 'kind' | 'signal_kind' | 'standing'>,
): string {
	if (table === 'knowledge_need') return 'knowledge';
	if (table === 'provision') return `provision.${standing ?? 'offered'}`;
	return findingSlot({ kind: kind ?? '', signalKind: signal_kind || null });
}
