import type { Updateable } from 'kysely';
import { readOrganisations } from '#features/accounts/organisation.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { invalidField } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { CoreMeeting } from '#server/database/schema.ts';
import type { MeetingSubject } from './access.server.ts';
import type { PlannedMeeting } from './meeting.schema.ts';
import { openSignalsOf } from './open-signals.server.ts';
import { takeStep } from './step.write.server.ts';

export function meetingColumns({ heldOn, startsAt, endsAt, place, otherPoints }: PlannedMeeting) {
	return {
		held_on: heldOn,
		starts_at: startsAt,
		ends_at: endsAt,
		place,
		other_points: otherPoints,
	};
}

/** Changes columns of a meeting that still has the version its writer read. */
export function changeMeeting(
	tx: Tx,
	actor: Actor,
	{ id, version }: { id: string; version: number },
	values: Updateable<CoreMeeting>,
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	return changeRow(tx, 'core_meeting', { municipalityId, id, version }, values, {
		current: () => currentMeeting(tx, municipalityId, id),
	});
}

/** What stands there now, by the names of the forms. */
function currentMeeting(tx: Tx, municipalityId: string, id: string) {
	return tx
		.selectFrom('core_meeting')
		.select(['version', 'held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt', 'place'])
		.select(['other_points as otherPoints', 'decisions', 'notes', 'state'])
		.select('others_present as othersPresent')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** Says that these organisations were there and no others. */
export async function linkOrganisations(
	tx: Tx,
	municipality_id: string,
	core_meeting_id: string,
	organisationIds: readonly string[],
): Promise<void> {
	const wanted = [...new Set(organisationIds)];
	const known = new Set((await readOrganisations(tx, municipality_id)).map(({ id }) => id));
	if (!wanted.every((id) => known.has(id))) throw invalidField('organisationIds', 'unknown');
	await tx
		.deleteFrom('core_meeting_organisation')
		.where('municipality_id', '=', municipality_id)
		.where('core_meeting_id', '=', core_meeting_id)
		.execute();
	if (wanted.length === 0) return;
	await tx
		.insertInto('core_meeting_organisation')
		.values(
			wanted.map((organisation_id) => ({ municipality_id, core_meeting_id, organisation_id })),
		)
		.execute();
}

/**
 * Writes into the course of every open signal that nothing was said of in this meeting that it goes to the next one.
 * Gives how many. The state stays what it is: nothing but an outcome takes a signal off the agenda.
 */
export async function carryOver(
	tx: Tx,
	actor: Actor,
	{ trajectoryId, meeting }: MeetingSubject,
	at: Date,
): Promise<number> {
	const municipalityId = municipalityOf(actor);
	const open = await openSignalsOf(tx, municipalityId, trajectoryId);
	const dealtWith = await signalsDealtWith(tx, municipalityId, meeting.id);
	const left = open.filter(({ id }) => !dealtWith.has(id));
	for (const { id, state, version } of left)
		await takeStep(tx, actor, { trajectoryId, signal: { id, state } }, version, {
			id: newId(),
			kind: 'carried_over',
			text: '',
			coreMeetingId: meeting.id,
			at,
		});
	return left.length;
}

async function signalsDealtWith(tx: Tx, municipalityId: string, coreMeetingId: string) {
	const rows = await tx
		.selectFrom('signal_step')
		.select('signal_id')
		.where('municipality_id', '=', municipalityId)
		.where('core_meeting_id', '=', coreMeetingId)
		.execute();
	return new Set(rows.map(({ signal_id }) => signal_id));
}
