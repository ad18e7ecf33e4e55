import { sql } from 'kysely';
import { areaStory, type AreaStory } from '#features/areas/area-story.server.ts';
import { findAreas, type Area } from '#features/areas/area.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { measuredOf, type Measured } from './measured.ts';
import { profileLines } from './profile.server.ts';
import { mergeTwins, type ProfileLine } from './profile.ts';

/** A figure of several areas, all of the same measure, period and table. */
export interface ComparedLine {
	line: ProfileLine;
	/** In the order of the areas; null where the table does not hold the area. */
	values: (Measured | null)[];
}

export interface ComparedAreas {
	/** In the order in which they were asked for. */
	areas: Area[];
	/** What became of their codes: why a table does not hold an area, or holds it otherwise. */
	stories: AreaStory[];
	/** Codes that no import brought. */
	unknown: string[];
	lines: ComparedLine[];
}

/**
 * Areas side by side: the newest figures of the first one, and the same figures of the others and the country. What the
 * first area lacks altogether is not shown. Three statements, and one for what became of each area.
 */
export async function compareAreas(
	reader: Reader,
	actor: Actor,
	codes: readonly string[],
): Promise<ComparedAreas> {
	const municipalityId = municipalityOf(actor);
	const wanted = [...new Set(codes)];
	const known = new Map(
		(await findAreas(reader, municipalityId, wanted)).map((area) => [area.code, area]),
	);
	const areas = wanted.flatMap((code) => known.get(code) ?? []);
	const unknown = wanted.filter((code) => !known.has(code));
	const [first] = areas;
	if (!first) return { areas, stories: [], unknown, lines: [] };
	const stories = await Promise.all(
		areas.map(({ code }) => areaStory(reader, municipalityId, code)),
	);
	const all = await profileLines(reader, { municipalityId }, first);
	const lines = mergeTwins(all).filter(({ own }) => own !== null);
	const others = areas.slice(1).map(({ code }) => code);
	const cells = await cellsOf(reader, municipalityId, all, others);
	return {
		areas,
		stories,
		unknown,
		lines: lines.map((line) => ({
			line,
			values: [line.own, ...others.map((code) => valueIn(all, line, code, cells))],
		})),
	};
}

/** The cells of an area in a publication, by the position of the series. */
type Cells = Map<string, (position: number) => Measured>;

/** What any of the tables with this same figure says of an area. */
function valueIn(
	all: readonly ProfileLine[],
	{ tableId, period, measure }: ProfileLine,
	code: string,
	cells: Cells,
): Measured | null {
	const twins = all.filter((one) => one.tableId === tableId && one.period === period && one.measure === measure); // prettier-ignore
	for (const { publicationId, position } of twins) {
		const found = cells.get(`${publicationId} ${code}`);
		if (found) return found(position);
	}
	return null;
}

const arrays = ['values', 'missing', 'lower', 'upper', 'numerator', 'denominator'] as const;
type Row = Record<(typeof arrays)[number], string | null> & {
	id: string;
	code: string;
	isOwn: boolean;
};

async function cellsOf(
	reader: Reader,
	municipalityId: string,
	lines: readonly ProfileLine[],
	codes: readonly string[],
): Promise<Cells> {
	if (codes.length === 0) return new Map();
	const publications = [...new Set(lines.map(({ publicationId }) => publicationId))];
	// As text: the driver's own reading of an array takes ten times as long.
	const texts = arrays.map((name) => sql`array_to_string(f.${sql.ref(name)}, ',', '') AS ${sql.ref(name)}`); // prettier-ignore
	const { rows } = await sql<Row>`
		SELECT p.id, a.code, p.source = 'own' AS "isOwn", ${sql.join(texts)}
		FROM publication AS p
		JOIN area AS a ON a.municipality_id = p.municipality_id AND a.boundary_year = p.boundary_year
			AND a.code = ANY(${codes}::text[])
		JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.id = ANY(${publications}::uuid[])`.execute(
		reader,
	);
	return new Map(rows.map((row) => [`${row.id} ${row.code}`, readerOf(row)]));
}

function readerOf(row: Row): (position: number) => Measured {
	const cells = arrays.map((name) => [name, row[name]?.split(',') ?? []] as const);
	return (position) => {
		const at = Object.fromEntries(
			cells.map(([name, parts]) => [name, parts[position] ? Number(parts[position]) : null]),
		) as Record<(typeof arrays)[number], number | null>;
		return measuredOf({ ...at, value: at.values }, row.isOwn);
	};
}
