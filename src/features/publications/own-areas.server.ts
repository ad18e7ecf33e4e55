import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { AreaFinder, type OwnArea } from './own-area.ts';

/** The areas that an own file can be about, in one boundary year. */
export interface OwnAreas {
	finder: AreaFinder;
	/** The own municipality with everything in it, in the order of codes. */
	own: OwnArea[];
	/** The codes of the areas within each area. */
	children: ReadonlyMap<string, readonly string[]>;
	/** An area by its code. */
	byCode: ReadonlyMap<string, OwnArea>;
}

/** From this share of the most areas that any year has on, a year is taken for whole. */
const WHOLE = 0.8;

/**
 * The years of which boundaries are known, the newest first, and the one that a file is probably about: the newest of
 * which (nearly) as many areas of the own municipality are known as of any. A table may hold a few districts only.
 */
export async function boundaryYears(
	reader: Reader,
	municipalityId: string,
): Promise<{ years: number[]; likely: number | undefined }> {
	const { rows } = await sql<{ year: number; areas: number }>`
		SELECT d.boundary_year AS year, (count(DISTINCT d.code) + count(n.code))::integer AS areas FROM municipality m
		JOIN area d ON d.municipality_id = m.id AND d.parent_code = m.code
		LEFT JOIN area n ON n.municipality_id = d.municipality_id AND n.parent_code = d.code
			AND n.boundary_year = d.boundary_year
		WHERE m.id = ${municipalityId}::uuid GROUP BY 1 ORDER BY 1 DESC`.execute(reader);
	const most = Math.max(0, ...rows.map(({ areas }) => areas));
	return {
		years: rows.map(({ year }) => year),
		likely: rows.find(({ areas }) => areas >= WHOLE * most)?.year,
	};
}

/**
 * The areas of a boundary year: those of the own municipality, which names are looked up among. A file
 * about areas of other municipalities is no file of this one.
 */
export async function ownAreasOf(
	reader: Reader,
	municipalityId: string,
	boundaryYear: number,
): Promise<OwnAreas> {
	const { rows } = await sql<OwnArea & { parentCode: string | null }>`
		WITH RECURSIVE within AS (
			SELECT id AS municipality_id, code, name, 'municipality' AS level, 'NL' AS parent_code,
				${boundaryYear}::smallint AS boundary_year FROM municipality WHERE id = ${municipalityId}::uuid
			UNION
			SELECT a.municipality_id, a.code, a.name, a.level, a.parent_code, a.boundary_year FROM within w
			JOIN area a ON a.municipality_id = w.municipality_id AND a.parent_code = w.code AND a.boundary_year = w.boundary_year
		)
		SELECT code, name, level, parent_code AS "parentCode" FROM within
		ORDER BY level <> 'municipality', level <> 'district', code`.execute(reader);
	const children = new Map<string, string[]>();
	for (const { code, parentCode } of rows) {
		if (parentCode === null) continue;
		const there = children.get(parentCode);
		if (there) there.push(code);
		else children.set(parentCode, [code]);
	}
	const own = rows.map(({ code, name, level }): OwnArea => ({ code, name, level }));
	const byCode = new Map(own.map((area) => [area.code, area]));
	return { finder: new AreaFinder(own, own), own, children, byCode };
}
