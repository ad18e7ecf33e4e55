import { sql } from 'kysely';
import * as v from 'valibot';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { choice, wholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { AreaShapes } from './area-map.ts';
import { mapShapes } from './area-shapes.server.ts';
import { areaCode, searchText } from './area-code.schema.ts';
import { searchAreas } from './area-search.server.ts';

/** The levels of area, from large to small. */
export const areaLevels = ['country', 'municipality', 'district', 'neighbourhood'] as const;

/** An area as the newest publication knows it. */
export interface Area {
	code: string;
	/** The code itself where no file gave a name. */
	name: string;
	level: (typeof areaLevels)[number];
	parentCode: string | null;
	/** The year of the newest boundaries that are known here. */
	boundaryYear: number;
}

const columns = sql`code, name, level, parent_code AS "parentCode", boundary_year AS "boundaryYear"`;
const pageSize = 50;
/** Later than any year of boundaries: the nearest to it is the newest. */
const newest = 2100;

export const listAreas = query({
	name: 'area.list',
	summary:
		'Finds areas by name, code or postcode, those of the own municipality first. 50 a page; `total` says how many there are, `by` what they were found by.',
	http: { method: 'GET', path: '/gebieden' },
	input: v.object({
		search: searchText(),
		level: v.optional(choice(areaLevels)),
		page: v.optional(wholeNumber(1, 100_000), 1),
	}),
	subject: nothing,
	// Everyone: these are the areas of CBS.
	allow: anyone,
	async run({ reader, actor }, { search, level, page }) {
		const municipalityId = municipalityOf(actor);
		const own = await ownCode(reader, actor);
		const offset = (page - 1) * pageSize;
		const asked = { municipalityId, own, search, level: level ?? null, limit: pageSize, offset };
		return { ...(await searchAreas(reader, asked)), page, pageSize };
	},
});

export const readArea = query({
	name: 'area.read',
	summary: 'Shows one area, the areas it lies in, and the areas in it.',
	http: { method: 'GET', path: '/gebieden/{code}' },
	input: v.object({ code: areaCode() }),
	subject: nothing,
	// Everyone: these are the areas of CBS.
	allow: anyone,
	async run({ reader, actor }, { code }) {
		const { area, above } = await findArea(reader, actor, code);
		const within = await areasIn(reader, actor, [code]);
		return { ...area, above, within };
	},
});

/**
 * The own municipality, with its wijken and their buurten: of the newest year of which most are known, for a table may
 * hold a few wijken only.
 */
export const ownAreas = query({
	name: 'area.tree',
	summary: 'The wijken of the own municipality with their buurten, by the newest boundaries.',
	input: v.object({}),
	subject: nothing,
	// Everyone: these are the areas of CBS.
	allow: anyone,
	async run({ reader, actor }) {
		const code = await ownCode(reader, actor);
		const rows = await areasOfMunicipality(reader, actor.municipalityId, code);
		const districts = rows.filter(({ level }) => level === 'district');
		return {
			municipality: rows.find((area) => area.code === code) ?? null,
			districts: districts.map((district) => ({
				...district,
				neighbourhoods: rows.filter(({ parentCode }) => parentCode === district.code),
			})),
		};
	},
});

/** A municipality with its wijken and buurten, by name; see `ownAreas` for which boundaries. */
export async function areasOfMunicipality(
	reader: Reader,
	municipalityId: string | null,
	code: string,
): Promise<Area[]> {
	const digits = code.slice(2);
	const { rows } = await sql<Area>`
		WITH codes AS MATERIALIZED (SELECT code COLLATE "default" AS code FROM area_finder
				WHERE municipality_id = ${municipalityId}::uuid AND (code = ${code}::text COLLATE "C"
					OR (code >= ${`WK${digits}`}::text COLLATE "C" AND code < ${`WK${digits}~`}::text COLLATE "C")
					OR (code >= ${`BU${digits}`}::text COLLATE "C" AND code < ${`BU${digits}~`}::text COLLATE "C"))),
			known AS MATERIALIZED (SELECT area.* FROM codes JOIN area ON area.municipality_id = ${municipalityId}::uuid
				AND area.code = codes.code),
			years AS (SELECT boundary_year AS year, count(*) AS areas, count(*) FILTER (WHERE level = 'district') AS districts,
				count(*) FILTER (WHERE level = 'neighbourhood') AS neighbourhoods FROM known GROUP BY boundary_year),
			newest AS (SELECT year FROM years ORDER BY 2 * districts >= (SELECT max(districts) FROM years)
				AND 2 * neighbourhoods >= (SELECT max(neighbourhoods) FROM years) DESC, year DESC LIMIT 1)
		SELECT ${columns} FROM known JOIN newest ON boundary_year = newest.year AND level <> 'municipality'
		UNION ALL (SELECT ${columns} FROM known WHERE level = 'municipality' ORDER BY boundary_year DESC LIMIT 1)
		ORDER BY name, code`.execute(reader);
	return rows;
}

/** The shapes of the own municipality, to click on: its wijken, or its buurten where those are all that is known. */
export const ownMap = query({
	name: 'area.map',
	summary: 'The newest boundaries of the wijken of the own municipality, or else of its buurten.',
	input: v.object({}),
	subject: nothing,
	// Everyone: boundaries are published.
	allow: anyone,
	async run({ reader, actor }): Promise<AreaShapes> {
		const municipalityId = municipalityOf(actor);
		const within = await ownCode(reader, actor);
		const wijken = await mapShapes(reader, municipalityId, {
			level: 'district',
			within,
			year: newest,
		});
		if (wijken.shapes.length > 0) return wijken;
		return mapShapes(reader, municipalityId, { level: 'neighbourhood', within, year: newest });
	},
});

/** An area with those it lies in, the nearest first. Throws `not_found` when no import brought it. */
export async function findArea(
	reader: Reader,
	actor: Actor,
	code: string,
): Promise<{ area: Area; above: Area[] }> {
	const codes = [code, ...codesAbove(code)];
	const rows = await findAreas(reader, actor.municipalityId, codes);
	const byCode = new Map(rows.map((row) => [row.code, row]));
	const area = byCode.get(code);
	if (!area) throw notFound('area.not_imported');
	return { area, above: codes.slice(1).flatMap((one) => byCode.get(one) ?? []) };
}

/** The areas with these codes, in the order of their codes; what no import brought is left out. */
export async function findAreas(
	reader: Reader,
	municipalityId: string | null,
	codes: readonly string[],
): Promise<Area[]> {
	const { rows } = await sql<Area>`
		SELECT DISTINCT ON (code) ${columns} FROM area
		WHERE municipality_id = ${municipalityId}::uuid AND code = ANY(${codes}::text[])
		ORDER BY code, name = code, boundary_year DESC`.execute(reader);
	return rows;
}

/** The codes of the areas that an area lies in, the nearest first; the country is `NL`. */
export function codesAbove(code: string): string[] {
	const municipality = `GM${code.slice(2, 6)}`;
	switch (code.slice(0, 2)) {
		case 'BU':
			return [`WK${code.slice(2, 8)}`, municipality, 'NL'];
		case 'WK':
			return [municipality, 'NL'];
		default:
			return code === 'NL' ? [] : ['NL'];
	}
}

async function areasIn(reader: Reader, actor: Actor, parents: string[]): Promise<Area[]> {
	const { rows } = await sql<Area>`
		SELECT DISTINCT ON (code) ${columns} FROM area
		WHERE municipality_id = ${actor.municipalityId}::uuid AND parent_code = ANY(${parents}::text[])
			AND level <> 'municipality'
		ORDER BY code, name = code, boundary_year DESC`.execute(reader);
	return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** The CBS code of the municipality that is asked. Throws `not_found`. */
export async function ownCode(
	reader: Reader,
	actor: Pick<Actor, 'municipalityId'>,
): Promise<string> {
	const row = await reader
		.selectFrom('municipality')
		.select('code')
		.where('id', '=', actor.municipalityId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row.code;
}
