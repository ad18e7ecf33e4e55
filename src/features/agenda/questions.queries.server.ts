import * as v from 'valibot';
import { counterweightsOf } from '#features/analysis/counterweight.queries.server.ts';
import { sideOf } from '#features/analysis/finding-side.ts';
import { findingsOf, spokenFor } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead, mayContribute, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';
import { rememberedFirmness } from './firmness.server.ts';
import { partiesOf } from './party.queries.server.ts';
import { prioritiesOf } from './priority.queries.server.ts';
import { firmnessMethod, inOrder } from './ranking.ts';
import { skippedQuestionsOf, solutionsOf } from './solution.queries.server.ts';
import { mediansOf } from './weighing.ts';
import { weighingOf } from './weighing.server.ts';

/** A risk with what is known about the three questions. */
export type QuestionRisk = Awaited<ReturnType<typeof risksOf>>[number];

export const readQuestions = query({
	name: 'questions.read',
	summary:
		'Reads the three questions: the main risks, what stands opposite each, and what could be done about it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/vragen' },
	input: v.object({ trajectoryId: id(), findingId: v.optional(id()) }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { trajectoryId, findingId }) {
		const municipalityId = municipalityOf(actor);
		const risks = await risksOf(reader, actor, trajectoryId);
		const main = risks.filter(({ isMain }) => isMain);
		const current = risks.find(({ finding }) => finding.id === findingId) ?? null;
		const findings = await findingsOf(reader, municipalityId, trajectoryId);
		const withdrawn = await solutionsOf(reader, municipalityId, trajectoryId, 'withdrawn');
		return {
			main,
			others: risks.filter(({ isMain }) => !isMain),
			current,
			/** The risk after this one, in the order of the list; null at the end. */
			next: current ? (risks[risks.indexOf(current) + 1]?.finding.id ?? null) : null,
			withdrawnSolutions: withdrawn.filter((solution) => solution.findingId === findingId),
			/** What may be put opposite a risk. */
			protective: findings
				.filter((finding) => sideOf(finding) === 'protective')
				.map(({ id, text }) => ({ id, text })),
			items: (await agendaItemsOf(reader, municipalityId, trajectoryId)).map(({ id, title }) => ({ id, title })), // prettier-ignore
			parties: await partiesOf(reader, municipalityId, trajectoryId),
			skipped: (await skippedQuestionsOf(reader, municipalityId, trajectoryId)) ?? null,
			may: {
				contribute: mayContribute(actor, subject) === true,
				lead: mayLead(actor, subject) === true,
			},
		};
	},
});

/**
 * Every risk with its answers: first what people put first, then by rank. The main risks are the priorities and the
 * first five risks of the weighing; as long as nothing was weighed or chosen, all of them.
 */
async function risksOf(reader: Reader, actor: Actor, trajectoryId: string) {
	const municipalityId = municipalityOf(actor);
	const { criteria, weights, findings } = await weighingOf(reader, actor, trajectoryId);
	const firmness = rememberedFirmness(findings.map(mediansOf), inOrder(criteria, weights));
	const all = await findingsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
	const priorities = (await prioritiesOf(reader, municipalityId, trajectoryId)).map((priority) => ({
		...priority,
		speaks: spokenFor([priority.findingId], all),
	}));
	const opposites = await counterweightsOf(reader, municipalityId, trajectoryId);
	const texts = new Map(all.map(({ id, text }) => [id, text]));
	const solutions = await solutionsOf(reader, municipalityId, trajectoryId);
	const lines = findings
		.map(({ finding, rank, tied, score, isBlind }, at) => ({
			finding,
			rank,
			tied,
			score,
			isBlind,
			firmness: firmness?.[at] ?? null,
			priority: priorities.find(({ speaks }) => speaks.has(finding.id)) ?? null,
			opposite: opposites
				.filter(({ riskId }) => riskId === finding.id)
				.map(({ protectiveId, note }) => ({ id: protectiveId, note, text: texts.get(protectiveId) ?? '' })), // prettier-ignore
			solutions: solutions.filter((solution) =>
				spokenFor([solution.findingId], all).has(finding.id),
			),
		}))
		.filter(({ finding, priority }) => priority !== null || sideOf(finding) === 'risk')
		.toSorted((one, other) => Number(other.priority !== null) - Number(one.priority !== null));
	const nothing = lines.every(({ rank, priority }) => rank === null && priority === null);
	// Protective factors have places too: the last of the first five risks may stand further down.
	const ranks = lines.flatMap(({ rank }) => rank ?? []).toSorted((one, other) => one - other);
	const last = ranks[firmnessMethod.top - 1] ?? Infinity;
	return lines.map((line) => ({
		...line,
		isMain: nothing || line.priority !== null || (line.rank !== null && line.rank <= last),
	}));
}
