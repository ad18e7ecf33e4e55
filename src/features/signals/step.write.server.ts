import { agendaItemsOf } from '#features/agenda/agenda-item.queries.server.ts';
import { approachesOf } from '#features/execution/approach.queries.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import type { LoadedSignal, MeetingSubject } from './access.server.ts';
import { after, type StepKind } from './course.ts';

/** One step, as it is to be taken. */
interface Step {
	/** That of the request. */
	id: string;
	kind: StepKind;
	text: string;
	coreMeetingId?: string | null;
	participantId?: string | null;
	approachId?: string | null;
	at: Date;
}

/** The signal, as whoever takes the step read it. */
type Before = Pick<LoadedSignal, 'trajectoryId'> & {
	signal: Pick<LoadedSignal['signal'], 'id' | 'state'>;
};

/**
 * Takes one step in the course of a signal and gives where the signal stands then. Throws `signals.step_not_possible`
 * where the course does not allow it, and `changed_meanwhile` when somebody took another step since.
 */
export async function takeStep(
	tx: Tx,
	actor: Actor,
	{ trajectoryId, signal }: Before,
	version: number,
	step: Step,
): Promise<{ id: string; version: number; state: string }> {
	const municipality_id = municipalityOf(actor);
	const state = after(signal.state, step.kind);
	if (state === null) throw new Failure('signals.step_not_possible', 409);
	const key = { municipalityId: municipality_id, id: signal.id, version, trajectoryId };
	const goesOn = step.kind === 'looking' || step.kind === 'project';
	const participant = goesOn ? { participant_id: step.participantId } : {};
	const changed = await changeRow(
		tx,
		'signal',
		key,
		{ state, ...participant },
		{
			current: () => currentSignal(tx, municipality_id, signal.id),
		},
	);
	await tx
		.insertInto('signal_step')
		.values({
			municipality_id,
			id: step.id,
			trajectory_id: trajectoryId,
			signal_id: signal.id,
			core_meeting_id: step.coreMeetingId ?? null,
			kind: step.kind,
			text: step.text,
			participant_id: step.participantId ?? null,
			approach_id: step.approachId ?? null,
			organisation_id: actor.kind === 'member' ? actor.organisationId : null,
			created_by: actor.kind === 'member' ? actor.membershipId : null,
			created_at: step.at,
			// Every step is a version, so this is its order.
			number: changed.version,
		})
		.execute();
	return { ...changed, state };
}

function currentSignal(tx: Tx, municipalityId: string, id: string) {
	return tx
		.selectFrom('signal')
		.select(['version', 'state'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** A meeting that was closed or dropped takes nothing more; it can be opened again. */
export function checkMeetingOpen({ state }: Pick<MeetingSubject['meeting'], 'state'>): void {
	if (state === 'closed') throw new Failure('signals.meeting_closed', 409);
	if (state === 'dropped') throw new Failure('signals.meeting_dropped', 409);
}

interface Named {
	participantId: string | null;
	approachId: string | null;
	agendaItemId: string | null;
}

/** Refuses a participant who does not take part (any more), and an approach or agenda item of another trajectory. */
export async function checkNamed(
	tx: Tx,
	municipalityId: string,
	trajectoryId: string,
	{ participantId, approachId, agendaItemId }: Named,
): Promise<void> {
	const key = { municipalityId, trajectoryId };
	if (
		participantId !== null &&
		!(await readParticipants(tx, key)).some(({ id }) => id === participantId)
	)
		throw invalidField('participantId', 'unknown');
	if (
		approachId !== null &&
		!(await approachesOf(tx, municipalityId, trajectoryId)).some(({ id }) => id === approachId)
	)
		throw invalidField('approachId', 'unknown');
	if (
		agendaItemId !== null &&
		!(await agendaItemsOf(tx, municipalityId, trajectoryId)).some(({ id }) => id === agendaItemId)
	)
		throw invalidField('agendaItemId', 'unknown');
}
