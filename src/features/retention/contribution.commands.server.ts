import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { withdrawRow } from '#server/database/rows.ts';
import { contributionOf, mayErase, mayTakeBack } from './contribution.server.ts';
import { eraseForGood } from './erasing.server.ts';
import { eraseSchema, takeBackSchema } from './retention.schema.ts';

export const takeBack = command({
	name: 'contribution.takeBack',
	summary: 'Takes back what one handed in; what rests on it says that its source was withdrawn.',
	http: { method: 'POST', path: '/inbreng/{evidenceId}/intrekking' },
	input: takeBackSchema,
	subject: contributionOf,
	allow: mayTakeBack,
	run: ({ tx, actor, clock }, { evidenceId: id, version, reason }) =>
		withdrawRow(
			tx,
			'evidence',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { evidenceId }) => [{ thing: 'evidence', id: evidenceId }],
});

export const eraseContribution = command({
	name: 'contribution.erase',
	summary: 'Erases a source for good: its texts, former versions and files. There is no way back.',
	http: { method: 'POST', path: '/inbreng/{evidenceId}/wissing' },
	input: eraseSchema,
	subject: contributionOf,
	allow: mayErase,
	async run({ tx, actor, clock, subject }, { evidenceId, version }) {
		if (subject.isErased) throw new Failure('erased.already', 409);
		const municipalityId = municipalityOf(actor);
		const row = await tx
			.selectFrom('evidence')
			.select('version')
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', evidenceId)
			.forUpdate()
			.executeTakeFirst();
		if (version !== undefined && row?.version !== version) throw changedMeanwhile(row);
		const at = clock.now();
		await eraseForGood(tx, { municipalityId, ids: [evidenceId], at });
		await tx
			.insertInto('removal')
			.values({
				municipality_id: municipalityId,
				id: newId(),
				at,
				kind: subject.sourceKind,
				cause: 'request',
				count: 1,
				membership_id: writerOf(actor),
			})
			.execute();
		return { id: evidenceId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { evidenceId }) => [{ thing: 'evidence', id: evidenceId }],
});
