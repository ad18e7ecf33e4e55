import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import { momentOf } from '#features/evidence/moment.ts';
import { recordEvidence } from '#features/evidence/record.server.ts';
import { currentGuides } from '#features/lifeworld/guides.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import type * as v from 'valibot';
import { cite } from './cite.server.ts';
import { findingsTouched } from './finding-row.server.ts';
import { accessOfNeed, updateNeed } from './knowledge-need-row.server.ts';
import { answerNeedSchema, reopenNeedSchema } from './knowledge-need.schema.ts';
import { answerAsEvidence, type FoundKind } from './need-answer.ts';

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
	requestId: string;
}
type Answer = v.InferOutput<typeof answerNeedSchema>;

export const answerNeed = command({
	name: 'knowledgeNeed.answer',
	summary:
		'Answers a knowledge need. The answer becomes evidence that participants see, or names a source that holds it; the findings that asked can rest on it at once.',
	http: { method: 'PUT', path: '/kennisvragen/{knowledgeNeedId}/antwoord' },
	input: answerNeedSchema,
	subject: accessOfNeed,
	allow: mayContribute,
	async run(context, input) {
		const { tx, actor, clock } = context;
		const need = await askedIn(tx, actor, input.knowledgeNeedId);
		const evidenceId = (await sourceOf(context, input, need)) ?? need.evidence_id;
		const changed = await updateNeed(tx, actor, input, {
			answer: input.answer,
			state: 'answered',
			evidence_id: evidenceId,
			answered_organisation_id: memberOf(actor).organisationId,
			answered_at: clock.now(),
		});
		const asked = await answerQuestions(tx, actor, clock, input);
		const cited = await citeAnswer(context, input, { evidenceId, asked });
		return { ...changed, evidenceId, findingIds: [...new Set([...asked, ...cited])] };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, _subject, { id, findingIds }) => [
		{ thing: 'knowledgeNeed', id },
		...findingsTouched(...findingIds),
	],
});

export const reopenNeed = command({
	name: 'knowledgeNeed.reopen',
	summary: 'Opens an answered knowledge need again; its answer and the source of it stay.',
	http: { method: 'POST', path: '/kennisvragen/{knowledgeNeedId}/heropening' },
	input: reopenNeedSchema,
	subject: accessOfNeed,
	allow: mayContribute,
	run: ({ tx, actor }, input) => updateNeed(tx, actor, input, { state: 'open' }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

type Asked = Awaited<ReturnType<typeof askedIn>>;

function askedIn(tx: Tx, actor: Actor, needId: string) {
	return tx
		.selectFrom('knowledge_need as n')
		.leftJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'n.municipality_id')
				.onRef('o.id', '=', 'n.who_organisation_id'),
		)
		.select(['n.question', 'n.method', 'n.who', 'n.theme', 'n.evidence_id', 'o.name'])
		.where('n.municipality_id', '=', actor.municipalityId)
		.where('n.id', '=', needId)
		.executeTakeFirstOrThrow();
}

/** The source that holds the answer: one that is there, or a new one; null when there is to be none. */
async function sourceOf(context: Context, input: Answer, need: Asked): Promise<string | null> {
	if (input.source === 'none') return null;
	if (input.source === 'existing') return existingSource(context, input.evidenceId);
	const { tx, actor, clock, subject, requestId } = context;
	const talk = await talkFor(tx, actor, input.source, input.speaker);
	const who = [need.name, need.who].filter(Boolean).join(', ') || memberOf(actor).organisationName;
	const { question, method } = need;
	const { title, content } = answerAsEvidence(
		{ question, method, who, answer: input.answer },
		input.source,
		actor.language,
		talk,
	);
	await recordEvidence(tx, actor, clock, {
		id: requestId,
		access: subject,
		title,
		place: '',
		moment: foundMoment(input, clock.now()),
		themes: [need.theme],
		visibility: 'participants',
		content,
	});
	return requestId;
}

function foundMoment({ foundOn }: Answer, now: Date) {
	if (foundOn === null) return null;
	if (foundOn.on > now.toISOString().slice(0, 10)) throw invalidField('foundOn', 'future_date');
	return momentOf({ happenedOn: foundOn, happenedTime: null }, now);
}

async function existingSource({ tx, actor, subject }: Context, evidenceId: string | null) {
	if (evidenceId === null) throw invalidField('evidenceId', 'choose');
	const found = await linesIn(tx, actor, subject, {})
		.where('evidence.id', '=', evidenceId)
		.executeTakeFirst();
	if (!found) throw invalidField('evidenceId', 'unknown');
	return evidenceId;
}

async function talkFor(tx: Tx, actor: Actor, kind: FoundKind, speaker: Answer['speaker']) {
	if (kind === 'conversation' && speaker === null) throw invalidField('speaker', 'choose');
	const who = speaker ?? 'resident';
	const guides = await currentGuides(tx, municipalityOf(actor));
	const guide = guides.guides.find((one) => one.speaker === who)?.id ?? who;
	return { speaker: who, guide, guideVersion: guides.version };
}

/** Answers the open questions that became this need; gives the findings they are about, and the groups of those. */
async function answerQuestions(tx: Tx, actor: Actor, clock: Clock, input: Answer) {
	const own = { municipalityId: municipalityOf(actor), needId: input.knowledgeNeedId };
	await tx
		.updateTable('finding_question')
		.set((eb) => ({
			state: 'answered',
			answer: input.answer,
			answered_organisation_id: memberOf(actor).organisationId,
			answered_at: clock.now(),
			version: eb('version', '+', 1),
		}))
		.where('municipality_id', '=', own.municipalityId)
		.where('need_id', '=', own.needId)
		.where('state', '=', 'open')
		.execute();
	const rows = await tx
		.selectFrom('finding_question as q')
		.innerJoin('finding as f', (join) =>
			join.onRef('f.municipality_id', '=', 'q.municipality_id').onRef('f.id', '=', 'q.finding_id'),
		)
		.select(['f.id', 'f.grouped_into'])
		.where('q.municipality_id', '=', own.municipalityId)
		.where('q.need_id', '=', own.needId)
		.where('f.withdrawn_at', 'is', null)
		.execute();
	return [...new Set(rows.flatMap((row) => [row.id, row.grouped_into]))].filter(
		(id) => id !== null,
	);
}

/** Puts the answer behind the findings that were ticked, of those that asked. */
async function citeAnswer(
	{ tx, actor, clock, subject }: Context,
	{ findingIds }: Answer,
	{ evidenceId, asked }: { evidenceId: string | null; asked: readonly string[] },
): Promise<string[]> {
	if (evidenceId === null) return [];
	if (findingIds.some((id) => !asked.includes(id))) throw invalidField('findingIds', 'unknown');
	for (const findingId of findingIds)
		await cite({ tx, actor, clock, subject }, findingId, [{ evidenceId, note: '' }], 'findingIds');
	return findingIds;
}
