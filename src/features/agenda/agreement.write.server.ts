import { sql } from 'kysely';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { changedMeanwhile, invalid, type FieldProblem } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { agreementsOf } from './agreement.queries.server.ts';
import { residentsKey, type SentAgreements } from './agreement.schema.ts';
import { partiesOf } from './party.queries.server.ts';

interface Sent {
	sent: SentAgreements;
	at: Date;
}

/**
 * Writes what parties think of a priority. Refuses an organisation that has no voice in the trajectory, and what somebody
 * changed since it was read; then nothing is written.
 */
export async function writeAgreements(
	tx: Tx,
	actor: Actor,
	priority: { id: string; trajectoryId: string },
	{ sent, at }: Sent,
): Promise<void> {
	const municipalityId = municipalityOf(actor);
	await refuseStrangers(tx, municipalityId, priority.trajectoryId, sent);
	const all = await agreementsOf(tx, municipalityId, priority.trajectoryId);
	const standing = new Map(
		all
			.filter(({ priorityId }) => priorityId === priority.id)
			.map((one) => [one.organisationId ?? residentsKey, one]),
	);
	for (const [key, { answer, note, version }] of Object.entries(sent)) {
		const current = standing.get(key);
		if (answer === undefined) continue;
		if (current && current.answer === answer && current.note === note) continue;
		if ((current?.version ?? 0) !== version) throw changedMeanwhile(current);
		const organisation = key === residentsKey ? null : key;
		const written = await sql`
			INSERT INTO priority_agreement AS a
				(municipality_id, id, trajectory_id, priority_id, organisation_id, answer, note, recorded_by, recorded_at)
			VALUES (${municipalityId}, ${newId()}, ${priority.trajectoryId}, ${priority.id}, ${organisation},
				${answer}, ${note}, ${writerOf(actor)}, ${at})
			ON CONFLICT (municipality_id, priority_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))
			DO UPDATE SET answer = excluded.answer, note = excluded.note, recorded_by = excluded.recorded_by,
				recorded_at = excluded.recorded_at, version = a.version + 1
			WHERE a.version = ${version}
			RETURNING id`.execute(tx);
		if (written.rows.length === 0) throw changedMeanwhile(current);
	}
}

async function refuseStrangers(
	tx: Tx,
	municipalityId: string,
	trajectoryId: string,
	sent: SentAgreements,
): Promise<void> {
	const parties = await partiesOf(tx, municipalityId, trajectoryId);
	const known = new Set([residentsKey, ...parties.map(({ id }) => id)]);
	const problems = Object.keys(sent).flatMap((key): FieldProblem[] =>
		known.has(key) ? [] : [{ path: `agreements.${key}`, code: 'unknown' }],
	);
	if (problems.length > 0) throw invalid(problems);
}
