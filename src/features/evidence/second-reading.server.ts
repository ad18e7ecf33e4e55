import { sql } from 'kysely';
import { loadAccess } from '#features/trajectory/access.server.ts';
import { notFound } from '#kernel/failure.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { evidenceOfInput, type LoadedEvidence } from './record.server.ts';
import type { SecondReadingAccess } from './second-reading.policy.ts';

/**
 * Lets this transaction see what waits for a second reader, also of other organisations, until it ends. Only after the
 * policy said yes; row-level security looks at it (migrations/0030_care.sql).
 */
export async function readSecond(reader: Reader, on: boolean): Promise<void> {
	await sql`SELECT set_config('app.second_reading', ${on ? 'on' : ''}, true)`.execute(reader);
}

/** What the actor is in a trajectory as a second reader. */
export async function secondReadingAccess(
	reader: Reader,
	{ trajectoryId }: { trajectoryId: string },
	actor: Actor,
): Promise<SecondReadingAccess> {
	const access = await loadAccess(reader, trajectoryId, actor);
	if (actor.kind !== 'member') return { ...access, isNamed: false };
	const named = await reader
		.selectFrom('second_reader')
		.select('id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('membership_id', '=', actor.membershipId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return { ...access, isNamed: named !== undefined };
}

export type WaitingEvidence = LoadedEvidence & SecondReadingAccess & { isOwnWork: boolean };

/** The source that a second reader looks at. Throws `not_found` when it does not wait for one. */
export async function waitingOfInput(
	reader: Reader,
	input: { evidenceId: string },
	actor: Actor,
): Promise<WaitingEvidence> {
	await readSecond(reader, true);
	const subject = await evidenceOfInput(reader, input, actor);
	const { wishedVisibility, isWithdrawn, createdBy } = subject.evidence;
	if (!wishedVisibility || isWithdrawn) throw notFound();
	const access = await secondReadingAccess(reader, subject, actor);
	return { ...subject, ...access, isOwnWork: await isOwnWork(reader, createdBy, actor) };
}

/** Whether the same person wrote it, in whatever membership. */
async function isOwnWork(reader: Reader, writer: string | null, actor: Actor): Promise<boolean> {
	if (actor.kind !== 'member' || writer === null) return false;
	if (writer === actor.membershipId) return true;
	const row = await reader
		.selectFrom('membership')
		.select('person_id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', writer)
		.executeTakeFirst();
	return row?.person_id === actor.personId;
}
