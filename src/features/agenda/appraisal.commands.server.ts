import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, invalid, invalidField, type FieldProblem } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { accessWithVoice } from './appraisal-access.server.ts';
import { mayAppraiseFor } from './appraisal.policy.ts';
import { setAppraisalSchema, setManySchema, setTableSchema } from './appraisal.schema.ts';
import {
	standingViews,
	writeAppraisals,
	writerFor,
	type Conflicts,
	type SentView,
} from './appraisal.write.server.ts';
import { criteriaOf } from './criteria.queries.server.ts';

export const setAppraisal = command({
	name: 'appraisal.set',
	summary: "Sets one party's score, with its reason, for one finding and criterion.",
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/wegingen' },
	input: setAppraisalSchema,
	subject: accessWithVoice,
	allow: mayAppraiseFor,
	async run({ tx, actor, clock }, { trajectoryId, voice, findingId, criterion, ...view }) {
		const known = await knownCriteria(tx, actor, trajectoryId);
		const problems: FieldProblem[] = known.has(criterion)
			? []
			: [{ path: 'criterion', code: 'unknown' }];
		problems.push(...(await unknownFindings(tx, actor, trajectoryId, { findingId })));
		if (problems.length > 0) throw invalid(problems);
		const writer = await writerFor(tx, memberOf(actor), { trajectoryId, voice, at: clock.now() });
		const views = new Map([[criterion, view]]);
		const { changed, conflicts } = await writeAppraisals(tx, writer, findingId, views);
		if (conflicts[criterion]) throw changedMeanwhile(conflicts[criterion]);
		return { id: findingId, changed };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const setAppraisals = command({
	name: 'appraisal.setMany',
	summary: "Sets one party's scores for one finding, any number of criteria at once.",
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/bevindingen/{findingId}/wegingen' },
	input: setManySchema,
	subject: accessWithVoice,
	allow: mayAppraiseFor,
	async run({ tx, actor, clock }, { trajectoryId, voice, findingId, appraisals, rest }) {
		const known = await knownCriteria(tx, actor, trajectoryId);
		const { views, problems } = readViews(appraisals, known);
		problems.push(...(await unknownFindings(tx, actor, trajectoryId, { findingId })));
		if (problems.length > 0) throw invalid(problems);
		const writer = await writerFor(tx, memberOf(actor), { trajectoryId, voice, at: clock.now() });
		if (rest) {
			const standing = await standingViews(tx, writer, findingId);
			for (const criterion of known)
				if (!views.has(criterion) && !standing.has(criterion))
					views.set(criterion, { score: null, reason: '', version: 0 });
		}
		if (views.size === 0) throw invalidField('appraisals', 'required');
		const { changed, conflicts } = await writeAppraisals(tx, writer, findingId, views);
		if (Object.keys(conflicts).length > 0) throw changedMeanwhile(conflicts);
		return { id: findingId, changed };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const setAppraisalTable = command({
	name: 'appraisal.setTable',
	summary: "Sets one party's scores for many findings at once; reasons stay as they are.",
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/wegingen/eigen' },
	input: setTableSchema,
	subject: accessWithVoice,
	allow: mayAppraiseFor,
	async run({ tx, actor, clock }, { trajectoryId, voice, findings }) {
		const known = await knownCriteria(tx, actor, trajectoryId);
		const ids = Object.keys(findings);
		const problems = await unknownFindings(
			tx,
			actor,
			trajectoryId,
			Object.fromEntries(ids.map((id) => [`findings.${id}`, id])),
		);
		for (const [id, sent] of Object.entries(findings))
			for (const criterion of Object.keys(sent))
				if (!known.has(criterion))
					problems.push({ path: `findings.${id}.${criterion}`, code: 'unknown' });
		if (problems.length > 0) throw invalid(problems);
		const writer = await writerFor(tx, memberOf(actor), { trajectoryId, voice, at: clock.now() });
		const all: Record<string, Conflicts> = {};
		let changed = 0;
		for (const [id, sent] of Object.entries(findings)) {
			const written = await writeAppraisals(tx, writer, id, scoresOf(sent));
			changed += written.changed;
			if (Object.keys(written.conflicts).length > 0) all[id] = written.conflicts;
		}
		if (Object.keys(all).length > 0) throw changedMeanwhile(all);
		return { id: trajectoryId, changed };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

type Sent = Record<string, { score?: number | null; reason: string; version: number }>;

/** What was scored; a reason without a score is asked about, an empty criterion is left as it is. */
function readViews(sent: Sent, known: Set<string>) {
	const views = new Map<string, SentView>();
	const problems: FieldProblem[] = [];
	for (const [criterion, { score, reason, version }] of Object.entries(sent)) {
		const path = `appraisals.${criterion}`;
		if (!known.has(criterion)) problems.push({ path, code: 'unknown' });
		else if (score !== undefined) views.set(criterion, { score, reason, version });
		else if (reason !== '') problems.push({ path: `${path}.score`, code: 'choose' });
	}
	return { views, problems };
}

function scoresOf(sent: Record<string, { score?: number | null; version: number }>) {
	return new Map(
		Object.entries(sent).flatMap(([criterion, { score, version }]) =>
			score === undefined ? [] : [[criterion, { score, reason: null, version }] as const],
		),
	);
}

async function knownCriteria(tx: Tx, actor: Actor, trajectoryId: string): Promise<Set<string>> {
	const criteria = await criteriaOf(tx, municipalityOf(actor), trajectoryId);
	return new Set(criteria.map(({ id }) => id));
}

/** A problem at each path whose finding does not stand in this trajectory. */
async function unknownFindings(
	tx: Tx,
	actor: Actor,
	trajectoryId: string,
	byPath: Record<string, string>,
): Promise<FieldProblem[]> {
	const findings = await findingsOf(tx, municipalityOf(actor), trajectoryId);
	const known = new Set(findings.map(({ id }) => id));
	return Object.entries(byPath).flatMap(([path, id]) =>
		known.has(id) ? [] : { path, code: 'unknown' as const },
	);
}
