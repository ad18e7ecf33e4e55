import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { decisionsOfSession } from './decision-session.queries.server.ts';
import { isRecent, tellingAbout } from './telling.server.ts';
import { noticeDoneSchema, tellSchema } from './telling.schema.ts';
import { doNotTell, tellOnce } from './telling.write.server.ts';

export const tellOfDecisions = command({
	name: 'decision.tell',
	summary:
		'Sends everybody who contributed what an item rests on a message about what was decided, once; or says not to.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/besluitsessies/{sessionId}/berichten' },
	input: tellSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { trajectoryId, sessionId, choice }) {
		const decisions = await decisionsOfSession(tx, municipalityOf(actor), trajectoryId, sessionId);
		if (decisions.length === 0) throw notFound();
		const place = { actor, access: subject, sessionId, decisions, at: clock.now() };
		if (choice === 'not_send') {
			await doNotTell(tx, place);
			return { id: sessionId, told: 0 };
		}
		if (!decisions.some(({ decidedDay }) => isRecent(decidedDay, clock)))
			throw new Failure('decision.too_old_to_tell', 409);
		const items = decisions.map(({ agendaItemId }) => agendaItemId);
		const telling = await tellingAbout(tx, actor, subject, items);
		const isFirst = await tellOnce(tx, place, telling);
		return { id: sessionId, told: isFirst ? telling.recipients.length : 0 };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const markNotice = command({
	name: 'decisionNotice.done',
	summary: 'Says that the maker of a source was told of the decision in person.',
	http: { method: 'POST', path: '/besluitberichten/{decisionNoticeId}/gedaan' },
	input: noticeDoneSchema,
	subject: accessOfNotice,
	allow: mayLead,
	async run({ tx, actor, clock }, { decisionNoticeId: id }) {
		await setDone(tx, actor, id, clock.now());
		return { id };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const unmarkNotice = command({
	name: 'decisionNotice.undone',
	summary: 'Says that the maker of a source was not told of the decision after all.',
	http: { method: 'POST', path: '/besluitberichten/{decisionNoticeId}/ongedaan' },
	input: noticeDoneSchema,
	subject: accessOfNotice,
	allow: mayLead,
	async run({ tx, actor }, { decisionNoticeId: id }) {
		await setDone(tx, actor, id, null);
		return { id };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

async function setDone(tx: Tx, actor: Actor, id: string, at: Date | null): Promise<void> {
	await tx
		.updateTable('decision_notice')
		.set({ done_at: at, done_by: at ? writerOf(actor) : null })
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', id)
		.execute();
}

function accessOfNotice(
	reader: Reader,
	{ decisionNoticeId }: { decisionNoticeId: string },
	actor: Actor,
) {
	return loadAccessOfRow(reader, 'decision_notice', decisionNoticeId, actor);
}
