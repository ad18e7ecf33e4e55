import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { FormMember } from './form.ts';

/** What is grouped, with the group that speaks for it. */
export type GroupedFinding = FormMember & { groupId: string };

/** All that is grouped in a trajectory and stands, in the order in which it was added. */
export function groupedIn(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<GroupedFinding[]> {
	return grouped(reader, municipalityId, sql`m.trajectory_id = ${trajectoryId}::uuid`);
}

/** What is grouped in one finding. */
export function membersOf(
	reader: Reader,
	municipalityId: string | null,
	groupId: string,
): Promise<GroupedFinding[]> {
	return grouped(reader, municipalityId, sql`m.grouped_into = ${groupId}::uuid`);
}

async function grouped(
	reader: Reader,
	municipalityId: string | null,
	which: RawBuilder<unknown>,
): Promise<GroupedFinding[]> {
	const { rows } = await sql<GroupedFinding>`
		SELECT m.id, m.grouped_into AS "groupId", m.kind, m.signal_kind AS "signalKind", m.text, m.themes,
			o.id AS "organisationId", o.name AS "organisationName",
			(SELECT count(*)::int FROM citation c
				WHERE c.municipality_id = m.municipality_id AND c.finding_id = m.id) AS "sourceCount"
		FROM finding m JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		WHERE m.municipality_id = ${municipalityId}::uuid AND ${which}
			AND m.grouped_into IS NOT NULL AND m.withdrawn_at IS NULL
		ORDER BY m.created_at, m.id`.execute(reader);
	return rows;
}
