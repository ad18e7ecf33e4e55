import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import { accessOfNeed, updateNeed } from './knowledge-need-row.server.ts';
import {
	addNeedSchema,
	changeNeedSchema,
	restoreNeedSchema,
	withdrawNeedSchema,
} from './knowledge-need.schema.ts';
import { insertNeed, needColumns } from './knowledge-need.write.server.ts';

export const addNeed = command({
	name: 'knowledgeNeed.add',
	summary: 'Adds a question that still has to be looked into, with how, by whom and by when.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/kennisvragen' },
	input: addNeedSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId: _, ...content }) {
		await insertNeed({ tx, actor, clock }, { id: requestId, access: subject, content });
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
	run: async ({ tx, actor, subject }, { knowledgeNeedId, version, ...content }) =>
		updateNeed(
			tx,
			actor,
			{ knowledgeNeedId, version },
			await needColumns(tx, actor, subject, content),
		),
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
