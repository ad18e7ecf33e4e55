import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, invalid, invalidField, type FieldProblem } from '#kernel/failure.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Tx } from '#server/database/handles.ts';
import { mayAppraise } from './appraisal.policy.ts';
import { setAppraisalSchema, setManySchema } from './appraisal.schema.ts';
import { writeAppraisals, type View } from './appraisal.write.server.ts';
import { criteriaOf } from './criteria.queries.server.ts';

export const setAppraisal = command({
	name: 'appraisal.set',
	summary: "Sets one organisation's score, with its reason, for one finding and criterion.",
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/wegingen' },
	input: setAppraisalSchema,
	subject: accessOfInput,
	allow: mayAppraise,
	async run({ tx, actor, clock }, { trajectoryId, findingId, criterion, ...view }) {
		const known = await knownCriteria(tx, actor, trajectoryId);
		const problems: FieldProblem[] = known.has(criterion)
			? []
			: [{ path: 'criterion', code: 'unknown' }];
		await refuseUnknown(tx, actor, { trajectoryId, findingId }, problems);
		const { changed, conflicts } = await writeAppraisals(
			tx,
			memberOf(actor),
			{ trajectoryId, findingId, at: clock.now() },
			new Map([[criterion, view]]),
		);
		if (conflicts[criterion]) throw changedMeanwhile(conflicts[criterion]);
		return { id: findingId, changed };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const setAppraisals = command({
	name: 'appraisal.setMany',
	summary: "Sets one organisation's scores for one finding, any number of criteria at once.",
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/bevindingen/{findingId}/wegingen' },
	input: setManySchema,
	subject: accessOfInput,
	allow: mayAppraise,
	async run({ tx, actor, clock }, { trajectoryId, findingId, appraisals }) {
		const known = await knownCriteria(tx, actor, trajectoryId);
		const { views, problems } = readViews(appraisals, known);
		await refuseUnknown(tx, actor, { trajectoryId, findingId }, problems);
		if (views.size === 0) throw invalidField('appraisals', 'required');
		const { changed, conflicts } = await writeAppraisals(
			tx,
			memberOf(actor),
			{ trajectoryId, findingId, at: clock.now() },
			views,
		);
		if (Object.keys(conflicts).length > 0) throw changedMeanwhile(conflicts);
		return { id: findingId, changed };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

type Sent = Record<string, { score?: number | null; reason: string; version: number }>;

/** What was scored; a reason without a score is asked about, an empty criterion is left as it is. */
function readViews(sent: Sent, known: Set<string>) {
	const views = new Map<string, View>();
	const problems: FieldProblem[] = [];
	for (const [criterion, { score, reason, version }] of Object.entries(sent)) {
		const path = `appraisals.${criterion}`;
		if (!known.has(criterion)) problems.push({ path, code: 'unknown' });
		else if (score !== undefined) views.set(criterion, { score, reason, version });
		else if (reason !== '') problems.push({ path: `${path}.score`, code: 'choose' });
	}
	return { views, problems };
}

async function knownCriteria(tx: Tx, actor: Actor, trajectoryId: string): Promise<Set<string>> {
	const criteria = await criteriaOf(tx, municipalityOf(actor), trajectoryId);
	return new Set(criteria.map(({ id }) => id));
}

async function refuseUnknown(
	tx: Tx,
	actor: Actor,
	{ trajectoryId, findingId }: { trajectoryId: string; findingId: string },
	problems: FieldProblem[],
): Promise<void> {
	const findings = await findingsOf(tx, municipalityOf(actor), trajectoryId);
	if (!findings.some(({ id }) => id === findingId))
		problems.push({ path: 'findingId', code: 'unknown' });
	if (problems.length > 0) throw invalid(problems);
}
