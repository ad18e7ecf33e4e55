import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure } from '#kernel/failure.ts';
import { changeRow } from '#server/database/rows.ts';
import { residentsPartyOf } from './party.queries.server.ts';
import {
	closeScoringSchema,
	describeResidentsSchema,
	reopenScoringSchema,
} from './scoring.schema.ts';

export const closeScoring = command({
	name: 'scoring.close',
	summary: 'Closes the scoring: from now on everyone inside sees every score, and nobody adds one.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/scoring/sluiting' },
	input: closeScoringSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId }) {
		const inserted = await tx
			.insertInto('weighing_closing')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: trajectoryId,
				closed_by: writerOf(actor),
				closed_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!inserted) throw new Failure('scoring.closed', 409);
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const reopenScoring = command({
	name: 'scoring.reopen',
	summary: 'Opens the scoring again, with the reason. What is scored from then on is marked.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/scoring/heropening' },
	input: reopenScoringSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock }, { trajectoryId, reason }) {
		const reopened = await tx
			.updateTable('weighing_closing')
			.set({
				reopened_by: writerOf(actor),
				reopened_at: clock.now(),
				reopened_reason: reason,
			})
			.where('municipality_id', '=', municipalityOf(actor))
			.where('trajectory_id', '=', trajectoryId)
			.where('reopened_at', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (!reopened) throw new Failure('scoring.open', 409);
		return reopened;
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const describeResidents = command({
	name: 'residentsParty.describe',
	summary: "Says how the residents' scores were gathered, and by how many people.",
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/bewonerspartij' },
	input: describeResidentsSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, gathered, people, version }) {
		const municipalityId = municipalityOf(actor);
		const current = () => residentsPartyOf(tx, municipalityId, trajectoryId);
		if (version > 0) {
			const { id } = (await current()) ?? { id: requestId };
			const row = { municipalityId, id, version };
			return changeRow(tx, 'residents_party', row, { gathered, people }, { current });
		}
		const inserted = await tx
			.insertInto('residents_party')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				trajectory_id: trajectoryId,
				gathered,
				people,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning(['id', 'version'])
			.executeTakeFirst();
		if (!inserted) throw changedMeanwhile(await current());
		return inserted;
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});
