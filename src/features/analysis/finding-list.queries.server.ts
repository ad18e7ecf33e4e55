import { sql } from 'kysely';
import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { choice, id, tick, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { bringersOfGroup, broughtBy, type Bringer } from './bringers.server.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { themeId } from './finding.schema.ts';
import { loadFramework } from './framework.server.ts';
import { findingKinds } from './kinds.ts';
import { withdrawnEntries } from './withdrawn-entries.server.ts';

/** One finding in a list. */
export interface FindingListItem {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	themes: string[];
	/** Whoever wrote it; of a group, whoever put it together. */
	organisation: { id: string; name: string };
	/** Every organisation that brought it: of a group, of all that is grouped in it. */
	organisations: { id: string; name: string; sector: string }[];
	/** How many pieces of evidence it rests on, also those that this reader may not see. */
	sources: number;
	/** Whether it speaks for findings that are grouped in it. */
	isGroup: boolean;
	/** The group that speaks for it. */
	groupedInto: string | null;
	createdAt: Date;
	changedAt: Date;
	version: number;
}

/** A part of the list, newest first, and the cursors of the parts beside it. */
export interface FindingPart {
	items: FindingListItem[];
	/** Give as `after` for the older ones; null when there are none. */
	next: string | null;
	/** Give as `before` for the newer ones; null when this is the start. */
	previous: string | null;
}

const listSchema = v.object({
	trajectoryId: id(),
	kind: v.optional(choice(findingKinds)),
	theme: v.optional(themeId()),
	organisationId: v.optional(id()),
	/** Only findings that rest on nothing yet. */
	withoutSource: tick(),
	/** The withdrawn ones instead of those that stand; members only. */
	withdrawn: tick(),
	/** Only what is grouped in this finding; elsewhere a group stands for what is grouped in it. */
	groupId: v.optional(id()),
	limit: v.optional(wholeNumber(1, 100), 20),
	after: v.optional(v.string()),
	before: v.optional(v.string()),
});
type ListInput = v.InferOutput<typeof listSchema>;

export const listFindings = query({
	name: 'finding.list',
	summary: 'Lists the findings of a trajectory, newest first, in parts of at most 100.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bevindingen' },
	input: listSchema,
	subject: accessOfInput,
	allow: mayRead('analysis'),
	run: ({ reader, actor }, input) => findingPart(reader, actor, input),
});

/** The list as a page: with the framework for its names, and the organisations to choose from. */
export const findingListPage = query({
	name: 'finding.listPage',
	summary: 'The list of findings with what its page needs beside it.',
	input: listSchema,
	subject: accessOfInput,
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }, input) {
		return {
			part: await findingPart(reader, actor, input),
			framework: await loadFramework(reader, actor.municipalityId, subject),
			organisations: await bringersOf(reader, actor.municipalityId, input.trajectoryId),
			withdrawn: isAllWithdrawn(input)
				? await withdrawnEntries(reader, actor.municipalityId, input)
				: { provisions: [], needs: [] },
		};
	},
});

/** Whether the page asks for all that was withdrawn, from its start on; with a choice that only findings have it does not. */
function isAllWithdrawn(input: ListInput): boolean {
	const isStart = input.after === undefined && input.before === undefined;
	return input.withdrawn && isStart && input.kind === undefined && !input.withoutSource;
}

async function findingPart(reader: Reader, actor: Actor, input: ListInput): Promise<FindingPart> {
	const backwards = input.before !== undefined;
	const from = readCursor(input.before ?? input.after);
	const rows = await reader
		.selectFrom('finding as f')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'f.municipality_id')
				.onRef('o.id', '=', 'f.organisation_id'),
		)
		.select([
			'f.id',
			'f.kind',
			'f.signal_kind',
			'f.text',
			'f.themes',
			'f.organisation_id',
			'o.name',
			'o.sector',
		])
		.select(bringersOfGroup.as('bringers'))
		.select(['f.created_at', 'f.changed_at', 'f.version', 'f.is_group', 'f.grouped_into'])
		.select((eb) =>
			eb
				.selectFrom('finding_source as c')
				.whereRef('c.municipality_id', '=', 'f.municipality_id')
				.whereRef('c.finding_id', '=', 'f.id')
				.select((count) => count.fn.count<number>('c.evidence_id').distinct().as('count'))
				.as('sources'),
		)
		.where('f.municipality_id', '=', actor.municipalityId)
		.where('f.trajectory_id', '=', input.trajectoryId)
		.where('f.withdrawn_at', input.withdrawn ? 'is not' : 'is', null)
		.$if(!input.withdrawn && input.groupId === undefined, (q) =>
			q.where('f.grouped_into', 'is', null),
		)
		.$if(input.groupId !== undefined, (q) => q.where('f.grouped_into', '=', input.groupId ?? null))
		.$if(input.kind !== undefined, (q) => q.where('f.kind', '=', input.kind ?? null))
		.$if(input.theme !== undefined, (q) => q.where(sql<boolean>`${input.theme} = ANY (f.themes)`))
		.$if(input.organisationId !== undefined, (q) =>
			q.where(broughtBy(input.organisationId ?? null)),
		)
		.$if(input.withoutSource, (q) =>
			q.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('finding_source as c')
							.select('c.finding_id')
							.whereRef('c.municipality_id', '=', 'f.municipality_id')
							.whereRef('c.finding_id', '=', 'f.id'),
					),
				),
			),
		)
		.$if(from !== null, (q) =>
			q.where(
				backwards
					? sql<boolean>`(f.created_at, f.id) > (${from?.at}, ${from?.id})`
					: sql<boolean>`(f.created_at, f.id) < (${from?.at}, ${from?.id})`,
			),
		)
		.orderBy('f.created_at', backwards ? 'asc' : 'desc')
		.orderBy('f.id', backwards ? 'asc' : 'desc')
		.limit(input.limit + 1)
		.execute();

	const hasMore = rows.length > input.limit;
	const shown = rows.slice(0, input.limit).map(toLine);
	const items = backwards ? shown.reverse() : shown;
	const [first, last] = [items[0], items.at(-1)];
	return {
		items,
		next: last && (backwards || hasMore) ? cursorOf(last) : null,
		previous: first && (backwards ? hasMore : from !== null) ? cursorOf(first) : null,
	};
}

interface Row extends Omit<
	FindingListItem,
	| 'signalKind'
	| 'organisation'
	| 'organisations'
	| 'createdAt'
	| 'changedAt'
	| 'sources'
	| 'isGroup'
	| 'groupedInto'
> {
	is_group: boolean;
	grouped_into: string | null;
	signal_kind: string | null;
	organisation_id: string;
	name: string;
	sector: string;
	bringers: Bringer[] | null;
	created_at: Date;
	changed_at: Date;
	sources: number | null;
}

function toLine(row: Row): FindingListItem {
	return {
		id: row.id,
		kind: row.kind,
		signalKind: row.signal_kind,
		text: row.text,
		themes: row.themes,
		organisation: { id: row.organisation_id, name: row.name },
		organisations: row.bringers ?? [
			{ id: row.organisation_id, name: row.name, sector: row.sector },
		],
		sources: row.sources ?? 0,
		isGroup: row.is_group,
		groupedInto: row.grouped_into,
		createdAt: row.created_at,
		changedAt: row.changed_at,
		version: row.version,
	};
}

/**
 * The organisations that brought a finding, by name: from one to the next along the index, so that it takes as many
 * looks as there are organisations, not as there are findings ("loose index scan", PostgreSQL wiki).
 */
export async function bringersOf(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<{ id: string; name: string }[]> {
	const own = sql`municipality_id = ${municipalityId} AND trajectory_id = ${trajectoryId}`;
	const { rows } = await sql<{ id: string; name: string }>`
		WITH RECURSIVE brought AS (
			(SELECT organisation_id FROM finding WHERE ${own} ORDER BY organisation_id LIMIT 1)
			UNION ALL
			SELECT (
				SELECT organisation_id FROM finding
				WHERE ${own} AND organisation_id > brought.organisation_id
				ORDER BY organisation_id LIMIT 1
			) FROM brought WHERE brought.organisation_id IS NOT NULL
		)
		SELECT o.id, o.name FROM brought
		JOIN organisation o ON o.municipality_id = ${municipalityId} AND o.id = brought.organisation_id
		ORDER BY o.name`.execute(reader);
	return rows;
}
