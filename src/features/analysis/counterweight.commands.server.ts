import { loadAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { addCounterweightSchema, counterweightIdSchema } from './counterweight.schema.ts';
import { accessOfFinding, findingsTouched, refuseWithdrawn } from './finding-row.server.ts';
import { sideOf } from './finding-side.ts';

export const addCounterweight = command({
	name: 'counterweight.add',
	summary:
		'Puts a protective factor opposite a risk that it answers; either side may be named first.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/tegenwichten' },
	input: addCounterweightSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { findingId, oppositeId, note }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		const opposite = await standingFinding(tx, actor, subject.trajectoryId, oppositeId);
		if (!opposite) throw invalidField('oppositeId', 'unknown');
		const isRisk = sideOf(subject.finding) === 'risk';
		if (isRisk === (sideOf(opposite) === 'risk')) throw invalidField('oppositeId', 'same_side');
		const [added] = await tx
			.insertInto('counterweight')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				risk_id: isRisk ? findingId : oppositeId,
				protective_id: isRisk ? oppositeId : findingId,
				note,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.execute();
		if (!added) throw invalidField('oppositeId', 'taken');
		const shown = [subject.finding.groupedInto, opposite.groupedInto].filter((one) => one !== null);
		return { id: requestId, findingIds: [findingId, oppositeId, ...shown] };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, _subject, { findingIds }) => findingsTouched(...findingIds),
});

export const removeCounterweight = command({
	name: 'counterweight.remove',
	summary: 'Takes a protective factor away from opposite a risk; both findings stay.',
	http: { method: 'DELETE', path: '/tegenwichten/{counterweightId}' },
	input: counterweightIdSchema,
	subject: accessOfCounterweight,
	allow: mayContribute,
	async run({ tx, actor, subject }, { counterweightId }) {
		await tx
			.deleteFrom('counterweight')
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', counterweightId)
			.execute();
		return { id: counterweightId, findingIds: subject.findingIds };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, _subject, { findingIds }) => findingsTouched(...findingIds),
});

async function accessOfCounterweight(
	reader: Reader,
	{ counterweightId }: { counterweightId: string },
	actor: Actor,
) {
	const rows = await reader
		.selectFrom('counterweight as w')
		.innerJoin('finding as f', (join) =>
			join
				.onRef('f.municipality_id', '=', 'w.municipality_id')
				.on((on) => on(on.ref('f.id'), 'in', [on.ref('w.risk_id'), on.ref('w.protective_id')])),
		)
		.select(['w.trajectory_id', 'f.id', 'f.grouped_into'])
		.where('w.municipality_id', '=', actor.municipalityId)
		.where('w.id', '=', counterweightId)
		.execute();
	const [first] = rows;
	if (!first) throw notFound();
	const access = await loadAccess(reader, first.trajectory_id, actor);
	const shown = rows.flatMap((row) => [row.id, row.grouped_into]).filter((one) => one !== null);
	return { ...access, findingIds: shown };
}

function standingFinding(reader: Reader, actor: Actor, trajectoryId: string, findingId: string) {
	return reader
		.selectFrom('finding')
		.select(['kind', 'signal_kind as signalKind', 'grouped_into as groupedInto'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', findingId)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
}
