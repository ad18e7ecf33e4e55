import { sql } from 'kysely';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { bringersOfGroup, namesOfBringers } from './bringers.server.ts';
import { counterweightsOf, type Counterweight } from './counterweight.queries.server.ts';
import { groupedIn } from './finding-members.server.ts';
import type { FormFinding } from './form.ts';
import { sideOf } from './finding-side.ts';
import { strongest, type Strength } from './strength.ts';

/**
 * The findings of a form as this actor sees them, in the order in which they were added; a group stands for what is
 * grouped in it. `visible` are the sources that the actor may see; `ids` asks for these findings only.
 */
export async function formFindings(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ visible, ids }: { visible: ReadonlySet<string>; ids?: readonly string[] },
): Promise<FormFinding[]> {
	const { municipalityId } = actor;
	const rows = await findingRows(reader, municipalityId, access.trajectoryId, ids);
	const groups = rows.filter(({ isGroup }) => isGroup);
	const members =
		groups.length > 0 ? await groupedIn(reader, municipalityId, access.trajectoryId) : [];
	const opposites = await counterweightsOf(reader, municipalityId, access.trajectoryId);
	const byGroup = Map.groupBy(members, ({ groupId }) => groupId);
	return rows.map(({ cites, bringers, sector, ...row }) => {
		const grouped = (byGroup.get(row.id) ?? []).map(({ groupId: _, ...member }) => member);
		const own = { id: row.organisationId, name: row.organisationName, sector };
		const organisations = bringers ?? [own];
		return {
			...row,
			...sourcesOf(cites ?? [], visible),
			organisationName: namesOfBringers(organisations),
			organisations,
			members: grouped,
			opposites: oppositesIn(opposites, row),
		};
	});
}

interface Cite {
	source: string;
	strength: Strength | null;
}

/** The sources a reader sees, each once, with the strongest word about it; and how many others there are. */
function sourcesOf(cites: readonly Cite[], visible: ReadonlySet<string>) {
	const bySource = Map.groupBy(cites, ({ source }) => source);
	const sources = [...bySource.keys()].filter((source) => visible.has(source));
	const strengths: Record<string, Strength> = {};
	for (const source of sources) {
		const strength = strongest(bySource.get(source) ?? []);
		if (strength) strengths[source] = strength;
	}
	return { sources, strengths, hiddenSources: bySource.size - sources.length };
}

function oppositesIn(
	all: readonly Counterweight[],
	finding: { id: string; kind: string; signalKind: string | null },
) {
	const isRisk = sideOf(finding) === 'risk';
	return all.flatMap(({ riskId, protectiveId, note }) => {
		if (isRisk) return riskId === finding.id ? [{ id: protectiveId, note }] : [];
		return protectiveId === finding.id ? [{ id: riskId, note }] : [];
	});
}

function findingRows(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
	ids: readonly string[] | undefined,
) {
	return reader
		.selectFrom('finding as f')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'f.municipality_id')
				.onRef('o.id', '=', 'f.organisation_id'),
		)
		.select(['f.id', 'f.kind', 'f.signal_kind as signalKind', 'f.text', 'f.themes', 'f.version'])
		.select(['f.created_at as createdAt', 'f.changed_at as changedAt', 'f.round_id as roundId'])
		.select(['o.id as organisationId', 'o.name as organisationName', 'o.sector'])
		.select('f.is_group as isGroup')
		.select(bringersOfGroup.as('bringers'))
		.select((eb) => [
			eb
				.selectFrom('finding_source as c')
				.whereRef('c.municipality_id', '=', 'f.municipality_id')
				.whereRef('c.finding_id', '=', 'f.id')
				.select(
					sql<
						Cite[] | null
					>`json_agg(json_build_object('source', c.evidence_id, 'strength', c.strength) ORDER BY c.created_at, c.evidence_id)`.as(
						'all',
					),
				)
				.as('cites'),
			// By the finding itself, and apart from that by its members: with OR, all findings were walked for each.
			sql<number>`((SELECT count(*) FROM finding_question q
					WHERE q.municipality_id = f.municipality_id AND q.finding_id = f.id AND q.state = 'open')
				+ CASE WHEN f.is_group THEN (SELECT count(*) FROM finding m JOIN finding_question q
					ON q.municipality_id = m.municipality_id AND q.finding_id = m.id AND q.state = 'open'
					WHERE m.municipality_id = f.municipality_id AND m.grouped_into = f.id
						AND m.withdrawn_at IS NULL) ELSE 0 END)::int`.as('openQuestions'),
		])
		.where('f.municipality_id', '=', municipalityId)
		.where('f.trajectory_id', '=', trajectoryId)
		.where('f.withdrawn_at', 'is', null)
		.where('f.grouped_into', 'is', null)
		.$if(ids !== undefined, (q) => q.where('f.id', '=', sql<string>`ANY (${ids})`))
		.orderBy('f.created_at')
		.orderBy('f.id')
		.execute();
}
