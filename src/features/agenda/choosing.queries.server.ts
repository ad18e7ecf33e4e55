import * as v from 'valibot';
import { findingsOf, spokenFor } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayLead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { isDecidedOn } from './agreement.queries.server.ts';
import { partiesOf } from './party.queries.server.ts';
import { rememberedFirmness } from './firmness.server.ts';
import { prioritiesOf, type Priority } from './priority.queries.server.ts';
import { inOrder } from './ranking.ts';
import { mediansOf } from './weighing.ts';
import { weighingOf } from './weighing.server.ts';

const pageSize = 20;
/** A finding that is not weighed any more. */
const unplaced = { rank: null, tied: false, isBlind: false, firmness: null };

export const findingsToChoose = query({
	name: 'agenda.findings',
	summary: 'Lists the findings to choose from for priorities and agenda items, in order of rank.',
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const { findings } = await weighingOf(reader, actor, trajectoryId);
		return {
			priorities: await prioritiesOf(reader, municipalityId, trajectoryId),
			findings: findings.map(({ finding, rank, tied, isBlind }) => ({
				...finding,
				rank,
				tied,
				isBlind,
			})),
			parties: await partiesOf(reader, municipalityId, trajectoryId),
		};
	},
});

export const readPriorities = query({
	name: 'priority.board',
	summary:
		'Reads the priorities and the findings that were not chosen, each with its place in the weighing.',
	input: v.object({ trajectoryId: id(), page: v.optional(wholeNumber(1, 100_000), 1) }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { trajectoryId, page }) {
		const municipalityId = municipalityOf(actor);
		const { criteria, weights, findings: weighed } = await weighingOf(reader, actor, trajectoryId);
		const firmness = rememberedFirmness(weighed.map(mediansOf), inOrder(criteria, weights));
		const findings = weighed.map(({ finding, rank, tied, isBlind }, at) => ({
			...finding,
			rank,
			tied,
			isBlind,
			firmness: firmness?.[at] ?? null,
		}));
		// What was put first stays in sight when its finding is withdrawn.
		const all = await findingsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
		const byId = new Map([
			...all.map((finding) => [finding.id, { ...finding, ...unplaced }] as const),
			...findings.map((finding) => [finding.id, finding] as const),
		]);
		const chosen = await prioritiesOf(reader, municipalityId, trajectoryId);
		const first = spokenFor(
			chosen.map(({ findingId }) => findingId),
			all,
		);
		const others = findings.filter((finding) => !first.has(finding.id));
		const from = (page - 1) * pageSize;
		const withFinding = (priorities: Priority[]) =>
			priorities.flatMap((priority) => {
				const finding = byId.get(priority.findingId);
				return finding ? [{ ...priority, finding }] : [];
			});
		const withdrawn =
			mayLead(actor, subject) === true
				? await prioritiesOf(reader, municipalityId, trajectoryId, 'withdrawn')
				: [];
		return {
			priorities: await withDecided(reader, municipalityId, withFinding(chosen)),
			parties: await partiesOf(reader, municipalityId, trajectoryId),
			/** For who may put them back: not where the finding was chosen anew. */
			withdrawn: withFinding(withdrawn).filter(({ findingId }) => !first.has(findingId)),
			rows: others.slice(from, from + pageSize),
			total: others.length,
			page,
			pageSize,
		};
	},
});

/** Priorities with whether there is a decision on what answers them: from then on nobody changes who agreed. */
function withDecided<P extends { id: string }>(
	reader: Reader,
	municipalityId: string,
	priorities: readonly P[],
): Promise<(P & { isDecided: boolean })[]> {
	return Promise.all(
		priorities.map(async (priority) => ({
			...priority,
			isDecided: await isDecidedOn(reader, municipalityId, priority.id),
		})),
	);
}
