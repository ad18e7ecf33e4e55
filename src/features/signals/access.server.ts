import { isInCoreGroup, loadAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import type { SignalState } from './course.ts';
import type { SignalAccess, SignalSubject } from './signals.policy.ts';

/** What the actor is in this trajectory, and whether in its core group. Throws as `loadAccess` does. */
export async function signalAccess(
	reader: Reader,
	{ trajectoryId }: { trajectoryId: string },
	actor: Actor,
): Promise<SignalAccess> {
	const access = await loadAccess(reader, trajectoryId, actor);
	return { ...access, inCoreGroup: await isInCoreGroup(reader, trajectoryId, actor) };
}

/** A meeting as commands about it need it. */
export interface MeetingSubject extends SignalAccess {
	meeting: { id: string; state: 'planned' | 'closed' | 'dropped'; toldAt: Date | null };
}

/** For commands and queries whose input names the meeting. Throws `not_found`. */
export async function meetingSubject(
	reader: Reader,
	{ coreMeetingId }: { coreMeetingId: string },
	actor: Actor,
): Promise<MeetingSubject> {
	const row = await reader
		.selectFrom('core_meeting')
		.select(['id', 'trajectory_id', 'told_at'])
		.select((eb) => eb.ref('state').$castTo<MeetingSubject['meeting']['state']>().as('state'))
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', coreMeetingId)
		.executeTakeFirst();
	if (!row) throw missing(actor);
	const access = await signalAccess(reader, { trajectoryId: row.trajectory_id }, actor);
	return { ...access, meeting: { id: row.id, state: row.state, toldAt: row.told_at } };
}

/** A signal as its commands need it. */
export interface LoadedSignal extends SignalSubject {
	signal: { id: string; state: SignalState; version: number };
}

/** For commands and queries whose input names the signal. Throws `not_found`. */
export async function signalSubject(
	reader: Reader,
	{ signalId }: { signalId: string },
	actor: Actor,
): Promise<LoadedSignal> {
	const row = await reader
		.selectFrom('signal as s')
		.leftJoin('participant as p', (join) =>
			join
				.onRef('p.municipality_id', '=', 's.municipality_id')
				.onRef('p.id', '=', 's.participant_id'),
		)
		.select(['s.id', 's.trajectory_id', 's.version', 'p.organisation_id'])
		.select((eb) => eb.ref('s.state').$castTo<SignalState>().as('state'))
		.where('s.municipality_id', '=', actor.municipalityId)
		.where('s.id', '=', signalId)
		.executeTakeFirst();
	if (!row) throw missing(actor);
	const access = await signalAccess(reader, { trajectoryId: row.trajectory_id }, actor);
	const { id, state, version } = row;
	return { ...access, lookedIntoBy: row.organisation_id, signal: { id, state, version } };
}

/** Whoever follows a link out of a mail without a session signs in first; then it is there, or not. */
function missing(actor: Actor): Failure {
	return actor.kind === 'visitor' ? new Failure('sign_in_first', 401) : notFound();
}
