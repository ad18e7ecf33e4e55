import type { Updateable } from 'kysely';
import { checkThemes } from '#features/content/themes.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow, type Changed } from '#server/database/rows.ts';
import type { KnowledgeNeed } from '#server/database/schema.ts';
import {
	addNeedSchema,
	answerNeedSchema,
	changeNeedSchema,
	restoreNeedSchema,
	withdrawNeedSchema,
} from './knowledge-need.schema.ts';

const accessOfNeed = (reader: Reader, input: { knowledgeNeedId: string }, actor: Actor) =>
	loadAccessOfRow(reader, 'knowledge_need', input.knowledgeNeedId, actor);

export const addNeed = command({
	name: 'knowledgeNeed.add',
	summary: 'Adds a question that still has to be looked into, with how, by whom and by when.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/kennisvragen' },
	input: addNeedSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, input) {
		const { trajectoryId, theme, question, method, who, dueOn } = input;
		await checkThemes(tx, actor.municipalityId, subject, [theme], 'theme');
		const { organisationId, membershipId } = memberOf(actor);
		await tx
			.insertInto('knowledge_need')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: trajectoryId,
				theme,
				question,
				method,
				who,
				due_on: dueOn,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const changeNeed = command({
	name: 'knowledgeNeed.change',
	summary: 'Changes a knowledge need; its former version is kept.',
	http: { method: 'PATCH', path: '/kennisvragen/{knowledgeNeedId}' },
	input: changeNeedSchema,
	subject: accessOfNeed,
	allow: mayContribute,
	async run({ tx, actor, subject }, { dueOn: due_on, ...input }) {
		await checkThemes(tx, actor.municipalityId, subject, [input.theme], 'theme');
		const { theme, question, method, who } = input;
		return updateNeed(tx, actor, input, { theme, question, method, who, due_on });
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const answerNeed = command({
	name: 'knowledgeNeed.answer',
	summary: 'Answers a knowledge need; it then no longer counts as open.',
	http: { method: 'PUT', path: '/kennisvragen/{knowledgeNeedId}/antwoord' },
	input: answerNeedSchema,
	subject: accessOfNeed,
	allow: mayContribute,
	run: ({ tx, actor }, input) =>
		updateNeed(tx, actor, input, { answer: input.answer, state: 'answered' }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawNeed = command({
	name: 'knowledgeNeed.withdraw',
	summary: 'Takes a knowledge need out of the form, with a reason; it can be restored.',
	http: { method: 'POST', path: '/kennisvragen/{knowledgeNeedId}/intrekking' },
	input: withdrawNeedSchema,
	subject: accessOfNeed,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { knowledgeNeedId: id, version, reason }) =>
		withdrawRow(
			tx,
			'knowledge_need',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const restoreNeed = command({
	name: 'knowledgeNeed.restore',
	summary: 'Puts a withdrawn knowledge need back into the form.',
	http: { method: 'POST', path: '/kennisvragen/{knowledgeNeedId}/herstel' },
	input: restoreNeedSchema,
	subject: accessOfNeed,
	allow: mayContribute,
	run: ({ tx, actor }, { knowledgeNeedId: id, version }) =>
		restoreRow(tx, 'knowledge_need', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

function updateNeed(
	tx: Tx,
	actor: Actor,
	{ knowledgeNeedId: id, version }: { knowledgeNeedId: string; version: number },
	values: Updateable<KnowledgeNeed>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id, version };
	return changeRow(tx, 'knowledge_need', row, values, {
		current: () => currentNeed(tx, row.municipalityId, id),
	});
}

/** What stands there now: what a second writer needs to merge. */
function currentNeed(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('knowledge_need')
		.select(['version', 'theme', 'question', 'method', 'who', 'due_on as dueOn', 'answer', 'state'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
