import type { Reader } from '#server/database/handles.ts';
import { sql } from 'kysely';
import { writerName } from './writer.server.ts';

/** A finding as it stood from one change to the next. */
export interface FindingVersion {
	version: number;
	text: string;
	kind: string;
	signalKind: string | null;
	themes: string[];
	changedAt: Date;
	/** Person and organisation; null for the program itself. */
	changedBy: string | null;
	withdrawnReason: string | null;
}

/** Every version of a finding, the current one first. */
export function findingVersions(
	reader: Reader,
	municipalityId: string | null,
	findingId: string,
): Promise<FindingVersion[]> {
	const kept = sql<FindingKept>`(
		SELECT f.version, f.text, f.kind, f.signal_kind, f.themes, f.changed_at, f.changed_by, f.withdrawn_at, f.withdrawn_reason
		FROM finding f WHERE f.municipality_id = ${municipalityId} AND f.id = ${findingId}
		UNION ALL
		SELECT r.version, r.text, r.kind, r.signal_kind, r.themes, r.changed_at, r.changed_by, r.withdrawn_at, r.withdrawn_reason
		FROM kept_version k, jsonb_populate_record(null::finding, k.content) r
		WHERE k.municipality_id = ${municipalityId} AND k.table_name = 'finding' AND k.id = ${findingId}
	)`.as<'v'>('v');
	return reader
		.selectFrom(kept)
		.select(['v.version', 'v.text', 'v.kind', 'v.signal_kind as signalKind', 'v.themes'])
		.select('v.changed_at as changedAt')
		.select(writerName('v.changed_by').as('changedBy'))
		.select(
			sql<string | null>`CASE WHEN v.withdrawn_at IS NOT NULL THEN v.withdrawn_reason END`.as(
				'withdrawnReason',
			),
		)
		.orderBy('v.version', 'desc')
		.execute();
}

interface FindingKept {
	version: number;
	text: string;
	kind: string;
	signal_kind: string | null;
	themes: string[];
	changed_at: Date;
}
