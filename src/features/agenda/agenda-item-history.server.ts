import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** An agenda item as it stood from one change to the next. */
export interface AgendaItemVersion {
	version: number;
	title: string;
	text: string;
	/** Null where that was not written down. */
	changedAt: string | null;
	/** Person and organisation; null for the program itself. */
	changedBy: string | null;
	/** Why it was off the agenda at that time; null when it stood. */
	withdrawnReason: string | null;
}

/** Every version of an agenda item, the current one first. Former ones are there only for members. */
export async function agendaItemVersions(
	reader: Reader,
	municipalityId: string,
	agendaItemId: string,
): Promise<AgendaItemVersion[]> {
	const { rows } = await sql<AgendaItemVersion>`
		SELECT v.version, v.title, v.text, coalesce(v.changed_at, v.created_at)::text AS "changedAt",
			CASE WHEN v.withdrawn_at IS NOT NULL THEN v.withdrawn_reason END AS "withdrawnReason",
			(SELECT p.name || ', ' || o.name FROM membership m
				JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
				JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
				WHERE m.municipality_id = ${municipalityId} AND m.id = coalesce(v.changed_by, v.created_by)) AS "changedBy"
		FROM (
			SELECT a.version, a.title, a.text, a.changed_at, a.created_at, a.changed_by, a.created_by, a.withdrawn_at, a.withdrawn_reason
			FROM agenda_item a WHERE a.municipality_id = ${municipalityId} AND a.id = ${agendaItemId}
			UNION ALL
			SELECT k.version, r.title, r.text, r.changed_at, r.created_at, r.changed_by, r.created_by, r.withdrawn_at, r.withdrawn_reason
			FROM kept_version k, jsonb_populate_record(null::agenda_item, k.content) r
			WHERE k.municipality_id = ${municipalityId} AND k.table_name = 'agenda_item' AND k.id = ${agendaItemId}
		) v ORDER BY v.version DESC`.execute(reader);
	return rows;
}
