import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** A risk with a protective factor opposite it. */
export interface Counterweight {
	riskId: string;
	protectiveId: string;
	/** How the one answers the other; several where members of a group were linked, with ' · ' between. */
	note: string;
}

/**
 * What stands opposite what in a trajectory, the oldest first: pairs of findings that stand. A member of a group speaks
 * through its group, so that every id is one that `findingsOf` gives.
 */
export async function counterweightsOf(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<Counterweight[]> {
	const { rows } = await sql<Counterweight>`
		SELECT coalesce(r.grouped_into, r.id) AS "riskId", coalesce(p.grouped_into, p.id) AS "protectiveId",
			coalesce(string_agg(w.note, ' · ' ORDER BY w.created_at, w.id) FILTER (WHERE w.note <> ''), '') AS note
		FROM counterweight w
		JOIN finding r ON r.municipality_id = w.municipality_id AND r.id = w.risk_id AND r.withdrawn_at IS NULL
		JOIN finding p ON p.municipality_id = w.municipality_id AND p.id = w.protective_id AND p.withdrawn_at IS NULL
		WHERE w.municipality_id = ${municipalityId}::uuid AND w.trajectory_id = ${trajectoryId}::uuid
		GROUP BY 1, 2 ORDER BY min(w.created_at), 1, 2`.execute(reader);
	return rows;
}

/** A finding on the other side, as the page of a finding shows it. */
export interface Opposite {
	/** The link itself: what is removed to undo it. */
	id: string;
	note: string;
	/** The finding on this side that was linked: the page's own, or a member of its group. */
	linkedId: string;
	finding: {
		id: string;
		kind: string;
		signalKind: string | null;
		text: string;
		organisationName: string;
	};
}

/** What stands opposite one finding; of a group also what stands opposite its members. */
export async function oppositesOf(
	reader: Reader,
	municipalityId: string | null,
	findingId: string,
): Promise<Opposite[]> {
	const { rows } = await sql<Opposite>`
		WITH mine AS (
			SELECT id FROM finding WHERE municipality_id = ${municipalityId}::uuid AND id = ${findingId}::uuid
			UNION ALL
			SELECT id FROM finding WHERE municipality_id = ${municipalityId}::uuid
				AND grouped_into = ${findingId}::uuid AND withdrawn_at IS NULL
		), linked AS (
			SELECT w.id, w.note, w.created_at, w.risk_id AS linked, w.protective_id AS other
			FROM mine JOIN counterweight w ON w.municipality_id = ${municipalityId}::uuid AND w.risk_id = mine.id
			UNION ALL
			SELECT w.id, w.note, w.created_at, w.protective_id, w.risk_id
			FROM mine JOIN counterweight w ON w.municipality_id = ${municipalityId}::uuid AND w.protective_id = mine.id
		)
		SELECT l.id, l.note, l.linked AS "linkedId", json_build_object('id', f.id, 'kind', f.kind,
			'signalKind', f.signal_kind, 'text', f.text, 'organisationName', o.name) AS finding
		FROM linked l
		JOIN finding f ON f.municipality_id = ${municipalityId}::uuid AND f.id = l.other AND f.withdrawn_at IS NULL
		JOIN organisation o ON o.municipality_id = f.municipality_id AND o.id = f.organisation_id
		ORDER BY l.created_at, l.id`.execute(reader);
	return rows;
}
