import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { AreaLevel } from './area-code.ts';
import { mistakesBetween, soughtBy } from './area-search.ts';

/** An area that was found. */
export interface FoundArea {
	code: string;
	name: string;
	level: AreaLevel;
	/** The name of the municipality it lies in; null for municipalities, and where it is not known. */
	municipalityName: string | null;
	/** The newest boundaries in which it is known. */
	boundaryYear: number;
	postcode: string | null;
}

/** By what areas were found; `similar` when only names that look like it were. */
export type FoundBy = 'all' | 'code' | 'postcode' | 'name' | 'similar';

export interface Found {
	items: FoundArea[];
	total: number;
	by: FoundBy;
}

interface Asked {
	municipalityId: string;
	/** The code of the own municipality: its areas come first. */
	own: string;
	search: string;
	level: AreaLevel | null;
	limit: number;
	offset: number;
}

interface Row extends FoundArea {
	total: number;
	isSimilar: boolean;
}

/** At least this share of a name's groups of three letters is right when it was typed with a mistake. */
const LIKENESS = 0.5;

/**
 * Finds areas by name, code or postcode, those of the own municipality first. A name may be a part of it, without
 * accents or hyphens; when no name holds what was typed, names that look like it are given.
 */
export async function searchAreas(reader: Reader, asked: Asked): Promise<Found> {
	const sought = soughtBy(asked.search);
	switch (sought.kind) {
		case 'all':
			return found(await byCondition(reader, asked, sql`true`), 'all');
		case 'code':
			return found(await byCondition(reader, asked, inRanges(sought.prefixes)), 'code');
		case 'postcode': {
			const where = sql`(f.postcode = ${sought.digits}::text COLLATE "C" OR ${inRanges(sought.prefixes)})`;
			return found(await byCondition(reader, asked, where), 'postcode');
		}
		case 'name':
			return byName(reader, asked, sought.text);
	}
}

async function byName(reader: Reader, asked: Asked, text: string): Promise<Found> {
	const rows = await named(reader, asked, text);
	if (rows.length > 0) return found(rows, rows[0]!.isSimilar ? 'similar' : 'name');
	const near = await nearest(reader, asked, text);
	return {
		items: near.slice(asked.offset, asked.offset + asked.limit),
		total: near.length,
		by: 'similar',
	};
}

const columns = sql`f.code, f.name, f.level, g.name AS "municipalityName", f.last_year AS "boundaryYear", f.postcode`;
const municipality = sql`LEFT JOIN area_finder AS g ON g.municipality_id = f.municipality_id
	AND f.level IN ('district', 'neighbourhood') AND g.code = 'GM' || substr(f.code, 3, 4) COLLATE "C"`;

function ofLevel(level: AreaLevel | null): RawBuilder<unknown> {
	return sql`(${level}::text IS NULL OR f.level = ${level}::text)`;
}

/** With the byte order of the column, `~` comes after every letter and digit. */
function inRanges(prefixes: readonly string[]): RawBuilder<unknown> {
	const ranges = prefixes.map(
		(prefix) =>
			sql`(f.code >= ${prefix}::text COLLATE "C" AND f.code < (${prefix}::text || '~') COLLATE "C")`,
	);
	return ranges.length === 0 ? sql`false` : sql`(${sql.join(ranges, sql` OR `)})`;
}

async function byCondition(
	reader: Reader,
	{ municipalityId, own, level, limit, offset }: Asked,
	where: RawBuilder<unknown>,
): Promise<Row[]> {
	const { rows } = await sql<Row>`
		SELECT ${columns}, (count(*) OVER ())::integer AS total, false AS "isSimilar"
		FROM area_finder AS f ${municipality}
		WHERE f.municipality_id = ${municipalityId}::uuid AND ${where} AND ${ofLevel(level)}
		ORDER BY substr(f.code, 3, 4) <> ${own.slice(2)}::text, f.folded, f.code
		LIMIT ${limit}::integer OFFSET ${offset}::integer`.execute(reader);
	return rows;
}

/**
 * Names that begin with, hold, or look like a text. Every three letters of it are looked up, and what shares enough of
 * them is compared as a whole. A text of one or two letters finds names that begin so.
 */
async function named(
	reader: Reader,
	{ municipalityId, own, level, limit, offset }: Asked,
	text: string,
): Promise<Row[]> {
	const { rows } = await sql<Row>`
		WITH asked AS MATERIALIZED (SELECT fold_name(${text}::text) AS text,
				replace(fold_name(${text}::text), ' ', '') AS tight),
			grams AS MATERIALIZED (SELECT DISTINCT substr(' ' || text, at, 3) COLLATE "C" AS gram
				FROM asked, generate_series(1, length(text) - 1) AS at WHERE length(text) > 2),
			hits AS (SELECT g.code, count(*)::float8 / (SELECT count(*) FROM grams) AS likeness
				FROM grams JOIN area_gram AS g ON g.municipality_id = ${municipalityId}::uuid AND g.gram = grams.gram
				GROUP BY g.code
				UNION ALL
				SELECT f.code, 1 FROM asked JOIN area_finder AS f ON f.municipality_id = ${municipalityId}::uuid
					AND f.named_in > 0 AND f.folded >= text COLLATE "C" AND f.folded < (text || '~') COLLATE "C"
				WHERE length(text) BETWEEN 1 AND 2),
			ranked AS (SELECT f.*, likeness, CASE WHEN f.folded = text COLLATE "C" THEN 0
					WHEN starts_with(f.folded, text) THEN 1
					WHEN position(' ' || text IN f.folded) > 0 THEN 2
					WHEN position(tight IN replace(f.folded, ' ', '')) > 0 THEN 3 ELSE 4 END AS rank,
				substr(f.code, 3, 4) = ${own.slice(2)}::text AS is_own
				FROM asked, hits JOIN area_finder AS f ON f.municipality_id = ${municipalityId}::uuid AND f.code = hits.code
				WHERE hits.likeness >= ${LIKENESS}::float8 AND ${ofLevel(level)})
		SELECT ${columns}, (count(*) OVER ())::integer AS total, rank = 4 AS "isSimilar"
		FROM ranked AS f ${municipality}
		WHERE rank < 4 OR NOT EXISTS (SELECT 1 FROM ranked WHERE rank < 4)
		ORDER BY NOT is_own, rank, likeness DESC, length(f.folded), f.folded, f.code
		LIMIT ${limit}::integer OFFSET ${offset}::integer`.execute(reader);
	return rows;
}

/** The names of own areas and of municipalities that are a third of their letters or less away, the nearest first. */
async function nearest(
	reader: Reader,
	{ municipalityId, own, level }: Asked,
	text: string,
): Promise<FoundArea[]> {
	const digits = own.slice(2);
	const { rows } = await sql<FoundArea & { folded: string; asked: string }>`
		SELECT ${columns}, f.folded, fold_name(${text}::text) AS asked FROM area_finder AS f ${municipality}
		WHERE f.municipality_id = ${municipalityId}::uuid AND ${inRanges(['GM', `WK${digits}`, `BU${digits}`])}
			AND f.named_in > 0 AND ${ofLevel(level)}`.execute(reader);
	return rows
		.map(({ folded, asked, ...area }) => ({
			area,
			share: mistakesBetween(folded, asked) / Math.max(folded.length, 1),
		}))
		.filter(({ share }) => share <= 1 / 3)
		.toSorted((a, b) => a.share - b.share)
		.map(({ area }) => area);
}

function found(rows: readonly Row[], by: FoundBy): Found {
	const items = rows.map(({ total: _, isSimilar: _similar, ...area }) => area);
	return { items, total: rows[0]?.total ?? 0, by };
}
