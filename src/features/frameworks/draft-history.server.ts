import { sql } from 'kysely';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import type { DraftContent } from './draft-content.ts';

/** A draft as it stood from one change to the next. */
export interface DraftVersion {
	version: number;
	content: DraftContent;
	changedAt: Date;
	/** Person and organisation; null for the program itself. */
	changedBy: string | null;
}

/** Every version of a draft, the current one first. */
export async function draftVersions(
	reader: Reader,
	municipalityId: string,
	id: string,
): Promise<DraftVersion[]> {
	const { rows } = await sql<DraftVersion>`
		SELECT d.version, d.content, d.changed_at AS "changedAt",
			p.name || ', ' || o.name AS "changedBy"
		FROM (
			SELECT version, content, changed_at, changed_by FROM framework_draft
			WHERE municipality_id = ${municipalityId} AND id = ${id}
			UNION ALL
			SELECT r.version, r.content, r.changed_at, r.changed_by
			FROM kept_version k, jsonb_populate_record(null::framework_draft, k.content) r
			WHERE k.municipality_id = ${municipalityId} AND k.table_name = 'framework_draft' AND k.id = ${id}
		) d
		LEFT JOIN membership m ON m.municipality_id = ${municipalityId} AND m.id = d.changed_by
		LEFT JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
		LEFT JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		ORDER BY d.version DESC`.execute(reader);
	return rows;
}

/** What a draft said at one of its former versions. Throws `not_found`. */
export async function draftVersion(
	reader: Reader,
	municipalityId: string,
	id: string,
	version: number,
): Promise<DraftContent> {
	const { rows } = await sql<{ content: DraftContent }>`
		SELECT k.content -> 'content' AS content FROM kept_version k
		WHERE k.municipality_id = ${municipalityId} AND k.table_name = 'framework_draft'
			AND k.id = ${id} AND k.version = ${version}`.execute(reader);
	if (!rows[0]) throw notFound();
	return rows[0].content;
}
