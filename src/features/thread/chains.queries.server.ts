import { sql } from 'kysely';
import { agendaOf, type AgendaEntry } from '#features/agenda/agenda.queries.server.ts';
import { prioritiesOf, type Priority } from '#features/agenda/priority.queries.server.ts';
import { solutionsOf } from '#features/agenda/solution.queries.server.ts';
import { weighingOf } from '#features/agenda/weighing.server.ts';
import { approachesOf } from '#features/execution/approach.queries.server.ts';
import { progressOf } from '#features/execution/progress.queries.server.ts';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';

/** What an agenda item rests on and what came of it, in counts and names: the thread at a glance. */
export interface ItemChain {
	agendaItemId: string;
	/** How many sources of each kind, those of the reader's sight. */
	evidence: { kind: string; count: number }[];
	/** How many of these hold residents' own voices. */
	residents: number;
	findings: { risk: number; protective: number; signal: number };
	/** The best place that one of its findings has in the weighing; null when not weighed, or not (yet) for this reader. */
	weighing: { rank: number; tied: boolean; of: number; parties: number } | null;
	priorities: Pick<Priority, 'reason' | 'chosenBy' | 'chosenByNote' | 'agreements'>[];
	/** The possible solutions it grew out of; for those inside. */
	solutions: { text: string; proposedBy: string }[];
	approaches: { id: string; title: string; status: string | null; measured: string }[];
}

export const readChains = query({
	name: 'thread.chains',
	summary:
		'The thread of every agenda item at a glance: how much evidence, findings, place, approach, result.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/draden-in-het-kort' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('agenda'),
	async run({ reader, actor, subject }): Promise<ItemChain[]> {
		const municipalityId = municipalityOf(actor);
		const entries = await agendaOf(reader, municipalityId, subject.trajectoryId);
		return chainsOf(reader, actor, subject, entries);
	},
});

/** The chains of these items, as far as the actor may see them. */
export async function chainsOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	entries: readonly AgendaEntry[],
): Promise<ItemChain[]> {
	const municipalityId = municipalityOf(actor);
	const { trajectoryId } = access;
	const isInside = mayReadInside(actor, access) === true;
	const sees = (part: 'analysis' | 'plan') => mayRead(part)(actor, access) === true;
	const evidence = sees('analysis')
		? await evidenceCounts(reader, municipalityId, trajectoryId, isInside)
		: [];
	const weighed = isInside ? (await weighingOf(reader, actor, trajectoryId)).findings : [];
	const priorities = await prioritiesOf(reader, municipalityId, trajectoryId);
	const solutions = isInside ? await solutionsOf(reader, municipalityId, trajectoryId) : [];
	const plan = sees('plan') ? await planLines(reader, municipalityId, trajectoryId) : [];
	return entries.map((item) => {
		const own = evidence.filter(({ agendaItemId }) => agendaItemId === item.id);
		const answered = new Set(item.findingIds);
		const ranked = weighed
			.filter(({ finding, rank }) => answered.has(finding.id) && rank !== null)
			.toSorted((one, other) => (one.rank as number) - (other.rank as number));
		const kinds = item.findings.filter(({ isWithdrawn }) => !isWithdrawn).map(({ kind }) => kind);
		const count = (kind: string) => kinds.filter((one) => one === kind).length;
		const [best] = ranked;
		return {
			agendaItemId: item.id,
			evidence: own.map(({ kind, count: number }) => ({ kind, count: number })),
			residents: own.reduce((sum, one) => sum + one.residents, 0),
			findings: {
				risk: count('risk'),
				protective: count('protective'),
				signal: count('signal'),
			},
			weighing: best
				? {
						rank: best.rank as number,
						tied: best.tied,
						of: weighed.filter(({ rank }) => rank !== null).length,
						parties: best.parties,
					}
				: null,
			priorities: priorities
				.filter(({ findingId }) => answered.has(findingId))
				.map(({ reason, chosenBy, chosenByNote, agreements }) => ({
					reason,
					chosenBy,
					chosenByNote,
					agreements,
				})),
			solutions: solutions
				.filter(({ itemIds }) => itemIds.includes(item.id))
				.map(({ text, proposedBy }) => ({ text, proposedBy })),
			approaches: plan
				.filter(({ agendaItemIds }) => agendaItemIds.includes(item.id))
				.map(({ agendaItemIds: _, ...approach }) => approach),
		};
	});
}

interface EvidenceCount {
	agendaItemId: string;
	kind: string;
	count: number;
	residents: number;
}

/**
 * How many sources each item rests on, by kind, and in how many of them residents speak: a conversation with one, or a
 * meeting at which they were (as in the analysis).
 */
async function evidenceCounts(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	isInside: boolean,
): Promise<EvidenceCount[]> {
	const { rows } = await sql<EvidenceCount>`
		SELECT a.id AS "agendaItemId", e.kind, count(DISTINCT e.id)::int AS count,
			count(DISTINCT e.id) FILTER (WHERE e.details ->> 'speaker' = 'resident'
				OR e.details -> 'sectors' ? 'residents')::int AS residents
		FROM agenda_item a
		JOIN agenda_item_finding l ON l.municipality_id = a.municipality_id AND l.agenda_item_id = a.id
		JOIN finding f ON f.municipality_id = l.municipality_id AND f.id = l.finding_id AND f.withdrawn_at IS NULL
		JOIN finding_source s ON s.municipality_id = f.municipality_id AND s.finding_id = f.id
		JOIN evidence e ON e.municipality_id = s.municipality_id AND e.id = s.evidence_id
		WHERE a.municipality_id = ${municipalityId} AND a.trajectory_id = ${trajectoryId}
			AND e.withdrawn_at IS NULL AND (${isInside} OR e.visibility = 'public')
		GROUP BY a.id, e.kind ORDER BY count(DISTINCT e.id) DESC, e.kind`.execute(reader);
	return rows;
}

async function planLines(reader: Reader, municipalityId: string, trajectoryId: string) {
	const approaches = await approachesOf(reader, municipalityId, trajectoryId);
	const progress = await progressOf(reader, municipalityId, trajectoryId);
	return approaches.map(({ id, title, agendaItemIds }) => {
		const latest = progress.find(({ approachId }) => approachId === id);
		return {
			id,
			title,
			agendaItemIds,
			status: latest?.status ?? null,
			measured: latest?.measured ?? '',
		};
	});
}
