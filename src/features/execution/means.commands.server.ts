import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { accessOfApproach } from './approach.write.server.ts';
import {
	addMeansSchema,
	changeMeansSchema,
	restoreMeansSchema,
	withdrawMeansSchema,
	type MeansKind,
} from './means.schema.ts';

export const addMeans = command({
	name: 'means.add',
	summary: 'Adds money by a financier, or hours, to an approach; the amount may be unknown.',
	http: { method: 'POST', path: '/aanpakken/{approachId}/middelen' },
	input: addMeansSchema,
	subject: accessOfApproach,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, input) {
		await tx
			.insertInto('means')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				approach_id: input.approachId,
				...columnsOf(input),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const changeMeans = command({
	name: 'means.change',
	summary: 'Changes the financier, amount or hours.',
	http: { method: 'PATCH', path: '/middelen/{meansId}' },
	input: changeMeansSchema,
	subject: accessOfMeans,
	allow: mayContribute,
	run({ tx, actor }, input) {
		const { meansId: id, version } = input;
		const row = { municipalityId: municipalityOf(actor), id, version };
		return changeRow(tx, 'means', row, columnsOf(input), {
			current: () => currentMeans(tx, row.municipalityId, id),
		});
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawMeans = command({
	name: 'means.withdraw',
	summary: 'Takes means back, with the reason. They can be put back.',
	http: { method: 'POST', path: '/middelen/{meansId}/intrekking' },
	input: withdrawMeansSchema,
	subject: accessOfMeans,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { meansId: id, version, reason }) =>
		withdrawRow(
			tx,
			'means',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreMeans = command({
	name: 'means.restore',
	summary: 'Puts withdrawn means back with their approach.',
	http: { method: 'POST', path: '/middelen/{meansId}/herstel' },
	input: restoreMeansSchema,
	subject: accessOfMeans,
	allow: mayContribute,
	run: ({ tx, actor }, { meansId: id, version }) =>
		restoreRow(tx, 'means', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

function accessOfMeans(reader: Reader, { meansId }: { meansId: string }, actor: Actor) {
	return loadAccessOfRow(reader, 'means', meansId, actor);
}

interface Content {
	kind: MeansKind;
	financier: string;
	amount: number | null;
	note: string;
}

function columnsOf({ kind, financier, amount, note }: Content) {
	const isMoney = kind === 'money';
	return {
		kind,
		financier,
		amount_cents: isMoney ? amount : null,
		hours: isMoney || amount === null ? null : amount / 100,
		note,
	};
}

async function currentMeans(tx: Tx, municipality_id: string, id: string) {
	const row = await tx
		.selectFrom('means')
		.select(['version', 'kind', 'financier', 'hours', 'note'])
		.select((eb) => eb.ref('amount_cents').$castTo<number | null>().as('cents'))
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const { cents, hours, ...current } = row;
	return { ...current, amount: cents === null ? hours : cents / 100 };
}
