import type { Updateable } from 'kysely';
import { loadAccessOfRow, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { FindingQuestion } from '#server/database/schema.ts';
import {
	addQuestionSchema,
	answerQuestionSchema,
	passQuestionSchema,
	reopenQuestionSchema,
} from './finding-question.schema.ts';
import { accessOfFinding, findingsTouched, refuseWithdrawn } from './finding-row.server.ts';
import { insertNeed } from './knowledge-need.write.server.ts';

export const addQuestion = command({
	name: 'findingQuestion.add',
	summary: 'Asks something about a finding; whoever contributes may, and whoever knows answers.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/vragen' },
	input: addQuestionSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { findingId, question }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		const { organisationId, membershipId } = memberOf(actor);
		await tx
			.insertInto('finding_question')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				finding_id: findingId,
				question,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

export const answerQuestion = command({
	name: 'findingQuestion.answer',
	summary: 'Answers a question about a finding, or drops it with the reason why nobody needs it.',
	http: { method: 'PUT', path: '/vragen/{findingQuestionId}/antwoord' },
	input: answerQuestionSchema,
	subject: accessOfQuestion,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { state, answer, ...row }) =>
		updateQuestion(tx, actor, row, {
			...{ state, answer, answered_at: clock.now() },
			answered_organisation_id: memberOf(actor).organisationId,
		}),
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { question }) => findingsTouched(question.findingId, question.groupId),
});

export const reopenQuestion = command({
	name: 'findingQuestion.reopen',
	summary: 'Opens a question about a finding again; its former answer is kept among its versions.',
	http: { method: 'POST', path: '/vragen/{findingQuestionId}/heropening' },
	input: reopenQuestionSchema,
	subject: accessOfQuestion,
	allow: mayContribute,
	run: ({ tx, actor }, row) =>
		updateQuestion(tx, actor, row, {
			...{ state: 'open', answer: '' },
			...{ answered_at: null, answered_organisation_id: null },
		}),
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { question }) => findingsTouched(question.findingId, question.groupId),
});

export const passQuestion = command({
	name: 'findingQuestion.passOn',
	summary:
		'Puts a question about a finding among what has to be found out; its answer comes back to the finding.',
	http: { method: 'POST', path: '/vragen/{findingQuestionId}/kennisvraag' },
	input: passQuestionSchema,
	subject: accessOfQuestion,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { findingQuestionId, version, ...plan }) {
		const { question } = subject;
		if (question.hasNeed) throw new Failure('finding_question.passed_on', 409);
		const [theme = ''] = question.themes;
		const content = { ...plan, theme, question: question.text };
		await insertNeed({ tx, actor, clock }, { id: requestId, access: subject, content });
		await updateQuestion(tx, actor, { findingQuestionId, version }, { need_id: requestId });
		return { id: requestId, findingQuestionId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { question }, { id }) => [
		{ thing: 'knowledgeNeed', id },
		...findingsTouched(question.findingId, question.groupId),
	],
});

interface QuestionSubject extends TrajectoryAccess {
	question: {
		text: string;
		findingId: string;
		/** The group that speaks for its finding. */
		groupId: string | null;
		themes: string[];
		/** Whether it stands among what has to be found out. */
		hasNeed: boolean;
	};
}

async function accessOfQuestion(
	reader: Reader,
	{ findingQuestionId }: { findingQuestionId: string },
	actor: Actor,
): Promise<QuestionSubject> {
	const row = await reader
		.selectFrom('finding_question as q')
		.innerJoin('finding as f', (join) =>
			join.onRef('f.municipality_id', '=', 'q.municipality_id').onRef('f.id', '=', 'q.finding_id'),
		)
		.leftJoin('knowledge_need as n', (join) =>
			join
				.onRef('n.municipality_id', '=', 'q.municipality_id')
				.onRef('n.id', '=', 'q.need_id')
				.on('n.withdrawn_at', 'is', null),
		)
		.select(['q.question as text', 'q.finding_id as findingId', 'f.grouped_into as groupId'])
		.select(['f.themes', 'n.id as needId'])
		.where('q.municipality_id', '=', actor.municipalityId)
		.where('q.id', '=', findingQuestionId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { needId, ...question } = row;
	const access = await loadAccessOfRow(reader, 'finding_question', findingQuestionId, actor);
	return { ...access, question: { ...question, hasNeed: needId !== null } };
}

function updateQuestion(
	tx: Tx,
	actor: Actor,
	{ findingQuestionId: id, version }: { findingQuestionId: string; version: number },
	values: Updateable<FindingQuestion>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id, version };
	return changeRow(tx, 'finding_question', row, values, {
		current: () => currentQuestion(tx, row.municipalityId, id),
	});
}

function currentQuestion(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('finding_question')
		.select(['version', 'question', 'state', 'answer'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
