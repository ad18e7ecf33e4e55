import { sql } from 'kysely';
import type { EvidenceLine, linesIn } from '#features/evidence/evidence-lines.server.ts';

/** A source of a list with where it was, in degrees (WGS84): that of its meaningful place, or a spot of its own. */
export interface FoundSource extends EvidenceLine {
	longitude: number | null;
	latitude: number | null;
}

/** Adds to sources where they were. */
export function foundLines(found: ReturnType<typeof linesIn>) {
	return found
		.leftJoin('place', (join) =>
			join
				.onRef('place.municipality_id', '=', 'evidence.municipality_id')
				.onRef('place.id', '=', 'evidence.place_id'),
		)
		.select(sql<number | null>`coalesce(place.longitude, evidence.longitude)`.as('longitude'))
		.select(sql<number | null>`coalesce(place.latitude, evidence.latitude)`.as('latitude'));
}
