import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { approachesOf, type Approach } from './approach.queries.server.ts';
import {
	addApproachSchema,
	changeApproachSchema,
	restoreApproachSchema,
	withdrawApproachSchema,
} from './approach.schema.ts';
import {
	accessOfApproach,
	checkApproach,
	columnsOf,
	linkApproach,
	storeApproach,
} from './approach.write.server.ts';

export const addApproach = command({
	name: 'approach.add',
	summary: 'Adds an approach to the plan, for one or more agenda items.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/aanpakken' },
	input: addApproachSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, requestId: id }, { trajectoryId, ...input }) {
		const municipalityId = municipalityOf(actor);
		const by = { createdBy: writerOf(actor), at: clock.now() };
		await storeApproach(tx, { municipalityId, id, trajectoryId, ...by }, input);
		return { id };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeApproach = command({
	name: 'approach.change',
	summary: 'Changes an approach: what, who, when, and how one will see that it helps.',
	http: { method: 'PATCH', path: '/aanpakken/{approachId}' },
	input: changeApproachSchema,
	subject: accessOfApproach,
	allow: mayContribute,
	async run({ tx, actor, subject }, { approachId: id, version, ...input }) {
		const { trajectoryId } = subject;
		const row = { municipalityId: municipalityOf(actor), id, version };
		await checkApproach(tx, row.municipalityId, trajectoryId, input);
		const changed = await changeRow(tx, 'approach', row, columnsOf(input), {
			current: () => currentApproach(tx, row.municipalityId, trajectoryId, id),
		});
		await linkApproach(tx, row.municipalityId, id, input);
		return changed;
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawApproach = command({
	name: 'approach.withdraw',
	summary: 'Takes an approach out of the plan, with the reason. It can be put back.',
	http: { method: 'POST', path: '/aanpakken/{approachId}/intrekking' },
	input: withdrawApproachSchema,
	subject: accessOfApproach,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { approachId: id, version, reason }) =>
		withdrawRow(
			tx,
			'approach',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreApproach = command({
	name: 'approach.restore',
	summary: 'Puts a withdrawn approach back in the plan.',
	http: { method: 'POST', path: '/aanpakken/{approachId}/herstel' },
	input: restoreApproachSchema,
	subject: accessOfApproach,
	allow: mayContribute,
	run: ({ tx, actor }, { approachId: id, version }) =>
		restoreRow(tx, 'approach', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

async function currentApproach(
	tx: Tx,
	municipalityId: string,
	trajectoryId: string,
	id: string,
): Promise<Approach | undefined> {
	const all = await approachesOf(tx, municipalityId, trajectoryId, { withWithdrawn: true });
	return all.find((approach) => approach.id === id);
}
