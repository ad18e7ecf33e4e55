import { sql } from 'kysely';
import type { Reader } from './handles.ts';
import type { Withdrawable } from './rows.ts';

/** A row that something was written about, as it was then and as it is now. */
export interface RowSince {
	id: string;
	version: number;
	isWithdrawn: boolean;
	withdrawnReason: string;
	/** Its columns now. */
	now: Record<string, unknown>;
	/** Its columns at the version that was asked for; null when that is not kept. */
	before: Record<string, unknown> | null;
}

/**
 * Rows of a trajectory beside what they were at a version. Those that the reader may not see are left out, also from
 * the versions that are kept.
 */
export async function rowsSince(
	reader: Reader,
	table: Withdrawable,
	{ municipalityId, trajectoryId }: { municipalityId: string | null; trajectoryId: string },
	wanted: readonly { id: string; version: number }[],
): Promise<RowSince[]> {
	if (wanted.length === 0) return [];
	const ids = wanted.map(({ id }) => id);
	const versions = wanted.map(({ version }) => version);
	const { rows } = await sql<RowSince>`
		SELECT t.id, t.version, t.withdrawn_at IS NOT NULL AS "isWithdrawn", t.withdrawn_reason AS "withdrawnReason",
			to_jsonb(t) AS now, CASE WHEN t.version = w.version THEN to_jsonb(t) ELSE k.content END AS before
		FROM unnest(${ids}::uuid[], ${versions}::integer[]) AS w (id, version)
		JOIN ${sql.table(table)} t ON t.municipality_id = ${municipalityId}::uuid AND t.id = w.id
		LEFT JOIN kept_version k ON k.municipality_id = t.municipality_id AND k.table_name = ${table}
			AND k.id = t.id AND k.version = w.version
		WHERE t.trajectory_id = ${trajectoryId}::uuid`.execute(reader);
	return rows;
}
