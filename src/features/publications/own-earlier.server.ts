import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { missingTexts } from '#features/figures/measured.ts';
import { shownKey, type ShownBefore } from './own-gate.ts';

interface ShownRow {
	publicationId: string;
	measure: string;
	period: string;
	area: string;
	value: number | null;
	missing: number | null;
	base: number | null;
}

const TOO_SMALL = missingTexts.indexOf('too_small') + 1;

/**
 * What readers have seen of a table of own figures until now: every version of it, also those that were replaced or
 * withdrawn, in the given periods. What differs between versions must not give a hidden count away.
 */
export async function shownBefore(
	reader: Reader,
	municipalityId: string,
	tableId: string | null,
	periods: readonly string[],
): Promise<ShownBefore[]> {
	if (tableId === null) return [];
	const { rows } = await sql<ShownRow>`
		SELECT p.id AS "publicationId", s.measure, s.period, a.code AS area, f.values[s.position + 1] AS value,
			f.missing[s.position + 1] AS missing, f.denominator[s.position + 1] AS base
		FROM publication p
		JOIN series s ON s.municipality_id = p.municipality_id AND s.publication_id = p.id
		JOIN area_figures f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
		JOIN area a ON a.municipality_id = p.municipality_id AND a.id = f.area_id
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.table_id = ${tableId} AND p.source = 'own'
			AND s.period = ANY (${[...new Set(periods)]}::text[])`.execute(reader);
	const versions = new Map<string, Map<string, { value: number | 'too_small'; base: number | null }>>(); // prettier-ignore
	for (const { publicationId, measure, period, area, value, missing, base } of rows) {
		if (value === null && missing !== TOO_SMALL) continue;
		const version = versions.get(publicationId) ?? new Map();
		version.set(shownKey(measure, period, area), { value: value ?? 'too_small', base });
		versions.set(publicationId, version);
	}
	return [...versions.values()];
}
