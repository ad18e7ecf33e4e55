import { sql } from 'kysely';
import { isoOf } from '#kernel/fields.ts';
import type { Reader } from '#server/database/handles.ts';

/** One approach of the plan. */
export interface Approach {
	id: string;
	kind: string;
	title: string;
	text: string;
	intendedResult: string;
	agendaItemIds: string[];
	/** Null: not agreed yet. */
	responsibleId: string | null;
	responsibleName: string | null;
	takingPart: { id: string; name: string }[];
	/** ISO text as precise as it is known; null when unknown. */
	starts: string | null;
	ends: string | null;
	indicator: string;
	baseline: string;
	target: string;
	indicatorSource: string;
	version: number;
	isWithdrawn: boolean;
	withdrawnReason: string;
}

/** The approaches of a plan in the order in which they were added; withdrawn ones only when asked for. */
export async function approachesOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	options: { withWithdrawn?: boolean } = {},
): Promise<Approach[]> {
	let approaches = reader
		.selectFrom('approach as a')
		.leftJoin('organisation as r', (join) =>
			join
				.onRef('r.municipality_id', '=', 'a.municipality_id')
				.onRef('r.id', '=', 'a.responsible_organisation_id'),
		)
		.select(['a.id', 'a.kind', 'a.title', 'a.text', 'a.intended_result as intendedResult'])
		.select(['a.responsible_organisation_id as responsibleId', 'r.name as responsibleName'])
		.select(['a.starts_on', 'a.starts_precision', 'a.ends_on', 'a.ends_precision'])
		.select(['a.indicator', 'a.baseline', 'a.target', 'a.indicator_source as indicatorSource'])
		.select(['a.version', 'a.withdrawn_reason as withdrawnReason', 'a.withdrawn_at'])
		.select([
			sql<string[]>`ARRAY(SELECT l.agenda_item_id FROM approach_agenda_item l
				WHERE l.municipality_id = a.municipality_id AND l.approach_id = a.id)`.as('agendaItemIds'),
			sql<
				{ id: string; name: string }[]
			>`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name), '[]')
				FROM approach_organisation l
				JOIN organisation o ON o.municipality_id = l.municipality_id AND o.id = l.organisation_id
				WHERE l.municipality_id = a.municipality_id AND l.approach_id = a.id)`.as('takingPart'),
		])
		.where('a.municipality_id', '=', municipalityId)
		.where('a.trajectory_id', '=', trajectoryId)
		.orderBy('a.created_at')
		.orderBy('a.id');
	if (!options.withWithdrawn) approaches = approaches.where('a.withdrawn_at', 'is', null);
	const rows = await approaches.execute();
	return rows.map(
		({ starts_on, starts_precision, ends_on, ends_precision, withdrawn_at, ...row }) => ({
			...row,
			starts: isoOf(starts_on, starts_precision),
			ends: isoOf(ends_on, ends_precision),
			isWithdrawn: withdrawn_at !== null,
		}),
	);
}
