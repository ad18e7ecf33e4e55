import * as v from 'valibot';
import { findingsOf, spokenFor } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayLead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { weighedFindingsOf } from './appraisal.queries.server.ts';
import { prioritiesOf, type Priority } from './priority.queries.server.ts';

const pageSize = 20;

export const findingsToChoose = query({
	name: 'agenda.findings',
	summary: 'Lists the findings to choose from for priorities and agenda items, in order of rank.',
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const weighed = await weighedFindingsOf(reader, municipalityId, trajectoryId);
		return {
			priorities: await prioritiesOf(reader, municipalityId, trajectoryId),
			findings: weighed.map(({ finding, rank, tied, organisations }) => ({
				...finding,
				rank,
				tied,
				organisations,
			})),
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
		const weighed = await weighedFindingsOf(reader, municipalityId, trajectoryId);
		const findings = weighed.map(({ finding, rank, tied }) => ({ ...finding, rank, tied }));
		// What was put first stays in sight when its finding is withdrawn.
		const all = await findingsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
		const byId = new Map([
			...all.map((finding) => [finding.id, { ...finding, rank: null, tied: false }] as const),
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
			priorities: withFinding(chosen),
			/** For who may put them back: not where the finding was chosen anew. */
			withdrawn: withFinding(withdrawn).filter(({ findingId }) => !first.has(findingId)),
			rows: others.slice(from, from + pageSize),
			from: from + 1,
			total: others.length,
			page,
		};
	},
});
