import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { Series } from './series.ts';

/** A series without its publication. */
export interface PublishedSeries extends Series {
	/** What the municipality says of an own figure; null asks the catalogue. */
	sensitivity: 'none' | 'sensitive' | null;
}

/** Series of publications that were read lately, in the order of their positions. */
const kept = new Map<string, readonly PublishedSeries[]>();
/** Of the country some 100 to 1,000 series each: a few MB in all. */
const most = 300;

/**
 * The series of publications by the publication's id, each at its position. `publications` are those that the reader may
 * read, with how long their arrays are. What a publication measures never changes once it is there, so it is read once in a
 * process; whether the reader may read the publication is asked every time, by whoever calls this.
 */
export async function seriesOfPublications(
	reader: Reader,
	municipalityId: string,
	publications: ReadonlyMap<string, number>,
): Promise<Map<string, readonly PublishedSeries[]>> {
	const found = new Map<string, readonly PublishedSeries[]>();
	const unknown: string[] = [];
	for (const id of publications.keys()) {
		const series = kept.get(id);
		if (series) keep(id, series);
		if (series) found.set(id, series);
		else unknown.push(id);
	}
	if (unknown.length === 0) return found;
	for (const [id, series] of await read(reader, municipalityId, unknown)) {
		found.set(id, series);
		// Not while it is still being stored.
		if (series.length === publications.get(id)) keep(id, series);
	}
	return found;
}

/** Puts it at the end: the first is the one that was not used for longest. */
function keep(id: string, series: readonly PublishedSeries[]): void {
	kept.delete(id);
	kept.set(id, series);
	if (kept.size > most) kept.delete(kept.keys().next().value as string);
}

async function read(reader: Reader, municipalityId: string, ids: readonly string[]) {
	const { rows } = await sql<PublishedSeries & { publicationId: string }>`
		SELECT id AS "seriesId", publication_id AS "publicationId", measure, indicator, title, unit, decimals,
			period, kind, provisional AS "isProvisional", sensitivity, position
		FROM series
		WHERE municipality_id = ${municipalityId}::uuid AND publication_id = ANY(${ids}::uuid[])
		ORDER BY publication_id, position`.execute(reader);
	return Map.groupBy(
		rows.map(({ publicationId, ...series }) => ({ publicationId, series })),
		({ publicationId }) => publicationId,
	)
		.entries()
		.map(([id, list]): [string, PublishedSeries[]] => [id, list.map(({ series }) => series)]);
}
