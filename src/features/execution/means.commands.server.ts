import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { withdrawRow } from '#server/database/withdraw.ts';
import { accessOfApproach } from './approach.write.server.ts';
import {
	addMeansSchema,
	changeMeansSchema,
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
	async run({ tx, actor }, input) {
		const { meansId: id, version } = input;
		const municipality_id = municipalityOf(actor);
		const changed = await tx
			.updateTable('means')
			.set({ ...columnsOf(input), version: version + 1 })
			.where('municipality_id', '=', municipality_id)
			.where('id', '=', id)
			.where('version', '=', version)
			.where('withdrawn_at', 'is', null)
			.returning('version')
			.executeTakeFirst();
		if (!changed) throw await whyNot(tx, municipality_id, id);
		return { id, version: changed.version };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawMeans = command({
	name: 'means.withdraw',
	summary: 'Takes means back, with the reason.',
	http: { method: 'POST', path: '/middelen/{meansId}/intrekking' },
	input: withdrawMeansSchema,
	subject: accessOfMeans,
	allow: mayContribute,
	async run({ tx, actor, clock }, { meansId: id, version, reason }) {
		const which = { municipalityId: municipalityOf(actor), id, version };
		return { id, version: await withdrawRow(tx, 'means', which, reason, clock.now()) };
	},
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

async function whyNot(tx: Tx, municipality_id: string, id: string): Promise<Failure> {
	const row = await tx
		.selectFrom('means')
		.select(['version', 'kind', 'financier', 'hours', 'note', 'withdrawn_at'])
		.select((eb) => eb.ref('amount_cents').$castTo<number | null>().as('cents'))
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return notFound();
	if (row.withdrawn_at) return new Failure('withdrawn', 409);
	const { cents, hours, withdrawn_at: _, ...current } = row;
	return changedMeanwhile({ ...current, amount: cents === null ? hours : cents / 100 });
}
