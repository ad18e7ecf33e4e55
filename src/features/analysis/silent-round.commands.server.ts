import {
	accessOfInput,
	loadAccess,
	type TrajectoryAccess,
} from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import { openRoundOf } from './silent-round.queries.server.ts';
import {
	changeSilentRoundSchema,
	closeSilentRoundSchema,
	openSilentRoundSchema,
} from './silent-round.schema.ts';

export const openSilentRound = command({
	name: 'silentRound.open',
	summary:
		'Opens a silent round: what is added to the form from now on stays with its writer until the round is closed.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/stille-rondes' },
	input: openSilentRoundSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, question, minutes }) {
		const municipalityId = municipalityOf(actor);
		if (await openRoundOf(tx, municipalityId, trajectoryId))
			throw new Failure('silentRound.already_open', 409);
		await tx
			.insertInto('silent_round')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				trajectory_id: trajectoryId,
				question,
				opened_at: clock.now(),
				opened_by: writerOf(actor),
				ends_at: minutesFromNow(clock, minutes),
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const changeSilentRound = command({
	name: 'silentRound.change',
	summary: 'Changes the question of an open silent round, and gives it as many minutes from now.',
	http: { method: 'PATCH', path: '/stille-rondes/{silentRoundId}' },
	input: changeSilentRoundSchema,
	subject: accessOfRound,
	allow: mayLead,
	run({ tx, actor, clock, subject }, { silentRoundId: id, version, question, minutes }) {
		if (subject.closedAt) throw new Failure('silentRound.closed', 409);
		const row = { municipalityId: municipalityOf(actor), id, version };
		const values = { question, ends_at: minutesFromNow(clock, minutes) };
		return changeRow(tx, 'silent_round', row, values, {
			current: () => currentRound(tx, row.municipalityId, id),
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const closeSilentRound = command({
	name: 'silentRound.close',
	summary: 'Closes a silent round: what everybody wrote becomes visible to all at once.',
	http: { method: 'POST', path: '/stille-rondes/{silentRoundId}/sluiting' },
	input: closeSilentRoundSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { silentRoundId: id }) {
		// Closed by somebody else a moment ago is closed as well.
		if (subject.closedAt) return { id };
		await tx
			.updateTable('silent_round')
			.set((eb) => ({
				closed_at: clock.now(),
				closed_by: writerOf(actor),
				version: eb('version', '+', 1),
			}))
			.where('municipality_id', '=', municipalityOf(actor))
			.where('id', '=', id)
			.where('closed_at', 'is', null)
			.execute();
		return { id };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

interface RoundSubject extends TrajectoryAccess {
	closedAt: Date | null;
}

async function accessOfRound(
	reader: Reader,
	{ silentRoundId }: { silentRoundId: string },
	actor: Actor,
): Promise<RoundSubject> {
	const row = await reader
		.selectFrom('silent_round')
		.select(['trajectory_id', 'closed_at'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', silentRoundId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return { ...(await loadAccess(reader, row.trajectory_id, actor)), closedAt: row.closed_at };
}

function currentRound(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('silent_round')
		.select(['version', 'question', 'ends_at as endsAt'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}

function minutesFromNow(clock: Clock, minutes: number | null): Date | null {
	return minutes === null ? null : new Date(clock.now().getTime() + minutes * 60_000);
}
