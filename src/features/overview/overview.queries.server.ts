import { agendaItemsOf, decisionsOf } from '#features/agenda/agenda-item.queries.server.ts';
import { momentsOf } from '#features/agenda/moment.queries.server.ts';
import { untoldSessions } from '#features/agenda/decision-session.queries.server.ts';
import { answeredFindings } from '#features/agenda/scoring.queries.server.ts';
import { readForm } from '#features/analysis/form.queries.server.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import { countsByKind } from '#features/evidence/evidence-lines.server.ts';
import { lifeworldKinds } from '#features/evidence/evidence-kind.ts';
import { approachesOf, type Approach } from '#features/execution/approach.queries.server.ts';
import { progressOf, type Progress } from '#features/execution/progress.queries.server.ts';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { frameOf } from '#features/trajectory/frame.queries.server.ts';
import { isRunning } from '#features/trajectory/running.ts';
import { mayLead, mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { openWarnings } from '#features/warnings/warning.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { dayOf, type Clock } from '#kernel/clock.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { nextSteps } from './next-steps.ts';

export const readOverview = query({
	name: 'overview.read',
	summary:
		'How a trajectory stands, and what could be done next; for the public what it is about and which parts are public.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/overzicht' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, clock, subject }) {
		const key = {
			municipalityId: municipalityOf(actor),
			trajectoryId: subject.trajectoryId,
		};
		const sees = mayRead('frame')(actor, subject) === true;
		const frame = sees ? await frameOf(reader, key) : null;
		const isInside = mayReadInside(actor, subject) === true;
		return {
			frame,
			today: dayOf(clock.now()),
			/** For those inside; null for the public. */
			inside: isInside && frame ? await insideOf(reader, actor, subject, { frame, clock }) : null,
		};
	},
});

interface Known {
	frame: Awaited<ReturnType<typeof frameOf>>;
	clock: Clock;
}

/** What we know so far in counts, and what would help next. */
async function insideOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ frame, clock }: Known,
) {
	const today = dayOf(clock.now());
	const municipalityId = municipalityOf(actor);
	const { trajectoryId } = access;
	const form = await readForm(reader, actor, access);
	const sources = await countsByKind(reader, actor, access);
	const answered = await answeredFindings(reader, municipalityId, trajectoryId);
	const items = (await agendaItemsOf(reader, municipalityId, trajectoryId)).filter(
		({ endedYear }) => endedYear === null,
	);
	const decisions = await decisionsOf(reader, municipalityId, trajectoryId);
	const approaches = await approachesOf(reader, municipalityId, trajectoryId);
	const progress = await progressOf(reader, municipalityId, trajectoryId);
	const weighed = new Set(answered.map(({ findingId }) => findingId));
	const decided = new Set(decisions.map(({ agendaItemId }) => agendaItemId));
	const carried = new Set(approaches.flatMap(({ agendaItemIds }) => agendaItemIds));
	const unknowns = whatWeDoNotKnow(form);
	return {
		counts: {
			risk: form.findings.filter(({ kind }) => kind === 'risk').length,
			protective: form.findings.filter(({ kind }) => kind === 'protective').length,
			signal: form.findings.filter(({ kind }) => kind === 'signal').length,
			withoutSource: unknowns.withoutSource.length,
			sources,
			agendaItems: items.length,
			approaches: approaches.length,
		},
		steps: nextSteps({
			today,
			isRunning: isRunning(frame, today),
			organisationId: actor.kind === 'member' ? actor.organisationId : null,
			fromLifeworld: lifeworldKinds.reduce((sum, kind) => sum + (sources[kind] ?? 0), 0),
			findings: form.findings.length,
			notWeighed: form.findings.filter(({ id }) => !weighed.has(id)).length,
			unknowns,
			warnings: await openWarnings(reader, actor, trajectoryId),
			parties: frame.parties,
			phases: frame.phases,
			politics: await momentsOf(reader, municipalityId, trajectoryId),
			untold:
				mayLead(actor, access) === true
					? await untoldSessions(reader, municipalityId, trajectoryId, clock)
					: [],
			itemsWithoutDecision: items.filter(({ id }) => !decided.has(id)),
			itemsWithoutApproach: items.filter(({ id }) => !carried.has(id)),
			underWay: underWay(approaches, progress),
		}),
	};
}

/** Approaches that are not finished, with the day of the last word of each: its latest progress, else its start. */
function underWay(approaches: readonly Approach[], progress: readonly Progress[]) {
	return approaches.flatMap(({ id, title, starts }) => {
		const latest = progress.find(({ approachId }) => approachId === id);
		const since = latest?.reportedOn ?? starts;
		const isOver = latest?.status === 'done' || latest?.status === 'stopped';
		return since === null || isOver ? [] : [{ id, title, since }];
	});
}
