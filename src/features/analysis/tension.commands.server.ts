import { checkThemes } from '#features/content/themes.server.ts';
import {
	accessOfInput,
	loadAccessOfRow,
	type TrajectoryAccess,
} from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { withdrawRow } from '#server/database/rows.ts';
import { insertNeed } from './knowledge-need.write.server.ts';
import {
	addTensionAnswerSchema,
	askTensionSchema,
	withdrawTensionAnswerSchema,
} from './tension.schema.ts';

export const addTensionAnswer = command({
	name: 'tensionAnswer.add',
	summary:
		'Says what may explain that figures and stories point in opposite directions within a theme, or why the question is set aside.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/tegenspraken/antwoorden' },
	input: addTensionAnswerSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId: _, ...answer }) {
		await checkThemes(tx, actor.municipalityId, subject, [answer.theme], 'theme');
		await insertAnswer({ tx, actor, clock, subject }, { id: requestId, needId: null, ...answer });
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const askTension = command({
	name: 'tensionAnswer.ask',
	summary:
		'Puts it among what has to be found out that figures and stories point in opposite directions within a theme.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/tegenspraken/kennisvragen' },
	input: askTensionSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId: _, direction, ...content }) {
		await insertNeed({ tx, actor, clock }, { id: requestId, access: subject, content });
		const { theme, question: text } = content;
		const answer = { id: newId(), needId: requestId, outcome: 'asked', theme, direction, text };
		await insertAnswer({ tx, actor, clock, subject }, answer);
		return { id: requestId };
	},
	trajectory: (input) => input.trajectoryId,
	touches: (_input, _subject, { id }) => [{ thing: 'knowledgeNeed', id }],
});

export const withdrawTensionAnswer = command({
	name: 'tensionAnswer.withdraw',
	summary: 'Takes back what was said about a tension: the form asks again.',
	http: { method: 'POST', path: '/tegenspraken/antwoorden/{tensionAnswerId}/intrekking' },
	input: withdrawTensionAnswerSchema,
	subject: (reader, { tensionAnswerId }, actor) =>
		loadAccessOfRow(reader, 'tension_answer', tensionAnswerId, actor),
	allow: mayContribute,
	run: ({ tx, actor, clock }, { tensionAnswerId: id, version, reason }) =>
		withdrawRow(
			tx,
			'tension_answer',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

interface NewAnswer {
	id: string;
	theme: string;
	direction: string;
	outcome: string;
	text: string;
	needId: string | null;
}

async function insertAnswer({ tx, actor, clock, subject }: Context, answer: NewAnswer) {
	const { organisationId, membershipId } = memberOf(actor);
	const { needId: need_id, ...columns } = answer;
	const [added] = await tx
		.insertInto('tension_answer')
		.values({
			municipality_id: municipalityOf(actor),
			trajectory_id: subject.trajectoryId,
			...columns,
			need_id,
			organisation_id: organisationId,
			created_by: membershipId,
			created_at: clock.now(),
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.execute();
	if (!added) throw new Failure('tension.answered', 409);
}
