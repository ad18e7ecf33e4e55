import { sql } from 'kysely';
import { eraseOldNotes } from '#features/lifeworld/erase-talks.server.ts';
import { eraseReactions } from '#features/recognition/erase-reactions.server.ts';
import { eraseOldMinutes } from '#features/signals/erase-minutes.server.ts';
import { erasePosts } from '#features/signals/erase-posts.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { eraseForGood } from './erasing.server.ts';

/** What is past its period, of one municipality. */
export interface Overdue {
	municipalityId: string;
	/** What is older goes. */
	before: Date;
	/** Now. */
	at: Date;
}

/** How many of a kind go in one transaction; the job goes on until none is left. */
export const batch = 500;

/** Removes what is past its period, of one kind; at most `batch` of them. Gives how many. */
export function clearKind(tx: Tx, kind: string, overdue: Overdue): Promise<number> {
	if (kind === 'former-versions') return clearFormerVersions(tx, overdue);
	if (kind === 'sessions') return clearSessions(tx, overdue);
	if (kind === 'commands') return clearCommands(tx, overdue);
	if (kind === 'withdrawn') return clearWithdrawn(tx, overdue);
	return clearEvidence(tx, kind, overdue);
}

async function clearEvidence(tx: Tx, kind: string, overdue: Overdue): Promise<number> {
	const { municipalityId, before, at } = overdue;
	const rows = await standing(tx, municipalityId)
		.where('kind', '=', kind)
		.where('created_at', '<', before)
		.execute();
	const count = await eraseForGood(tx, { municipalityId, ids: rows.map(({ id }) => id), at });
	// What residents handed in and nobody let in, notes that nobody shared and minutes have no source of their own.
	if (kind === 'signal')
		return count + (await erasePosts(tx, municipalityId, { before, most: batch }));
	if (kind === 'reaction')
		return count + (await eraseReactions(tx, municipalityId, { before, most: batch }));
	if (kind === 'logbook')
		return count + (await eraseOldNotes(tx, municipalityId, { before, at, most: batch }));
	if (kind === 'meeting')
		return count + (await eraseOldMinutes(tx, municipalityId, { before, most: batch }));
	return count;
}

async function clearWithdrawn(tx: Tx, { municipalityId, before, at }: Overdue): Promise<number> {
	const rows = await standing(tx, municipalityId)
		.where('kind', '<>', 'figure')
		.where('withdrawn_at', '<', before)
		.execute();
	return eraseForGood(tx, { municipalityId, ids: rows.map(({ id }) => id), at });
}

function standing(tx: Tx, municipalityId: string) {
	return tx
		.selectFrom('evidence')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('erased_at', 'is', null)
		.orderBy('created_at')
		.orderBy('id')
		.limit(batch);
}

async function clearFormerVersions(tx: Tx, { municipalityId, before }: Overdue): Promise<number> {
	const { rows } = await sql`
		DELETE FROM kept_version WHERE (municipality_id, table_name, id, version) IN (
			SELECT municipality_id, table_name, id, version FROM kept_version
			WHERE municipality_id = ${municipalityId} AND table_name = 'evidence' AND kept_at < ${before}
			LIMIT ${batch})
		RETURNING version`.execute(tx);
	return rows.length;
}

async function clearSessions(tx: Tx, { municipalityId, before }: Overdue): Promise<number> {
	const sessions = await tx
		.deleteFrom('session')
		.where('municipality_id', '=', municipalityId)
		.where((eb) => eb(eb.fn('least', ['ended_at', 'expires_at']), '<', before))
		.returning('kind')
		.execute();
	const links = await tx
		.deleteFrom('sign_in_link')
		.where('municipality_id', '=', municipalityId)
		.where((eb) => eb(eb.fn('least', ['used_at', 'expires_at']), '<', before))
		.returning('expires_at')
		.execute();
	return sessions.length + links.length;
}

async function clearCommands(tx: Tx, { municipalityId, before }: Overdue): Promise<number> {
	const { rows } = await sql`
		DELETE FROM command_record WHERE (municipality_id, id) IN (
			SELECT municipality_id, id FROM command_record
			WHERE municipality_id = ${municipalityId} AND at < ${before} LIMIT ${batch})
		RETURNING id`.execute(tx);
	return rows.length;
}
