import { sql } from 'kysely';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { Reader } from '#server/database/handles.ts';
import type { MeasuredCells } from './measured.ts';

/** A publication that stands now, with what it holds of some areas. */
export interface HeldPublication {
	publicationId: string;
	tableId: string;
	family: string;
	tableTitle: string;
	publisher: string;
	licence: string;
	boundaryYear: number;
	retrievedAt: Date;
	population: Bilingual | null;
	isOwn: boolean;
	/** How many series it has. */
	length: number;
	/** By code, only of areas that it holds. */
	figures: Map<string, HeldFigures>;
}

const arrays = ['values', 'missing', 'lower', 'upper', 'numerator', 'denominator'] as const;

/** The arrays of one area, each as a list of texts. */
type HeldFigures = Record<(typeof arrays)[number], string[] | null>;

type Row = Omit<HeldPublication, 'figures'> & { code: string } & Record<
		(typeof arrays)[number],
		string | null
	>;

/**
 * The areas with some codes, of every year, as `place`: found along the index of codes before anything else is looked at.
 * In a join PostgreSQL would walk through all areas of each year instead.
 */
export function placesByCode(municipalityId: string, codes: readonly string[]) {
	return sql`place AS MATERIALIZED (
		SELECT id, code, name, boundary_year, boundary_change FROM area
		WHERE municipality_id = ${municipalityId}::uuid AND code = ANY(${codes}::text[]))`;
}

/**
 * What the publications that stand now hold of some areas, the newest publication first; publications that hold none of
 * them are left out. One row per publication and area. The arrays come as texts: the driver's reading of them takes ten
 * times as long, and most elements are never looked at.
 */
export async function heldFigures(
	reader: Reader,
	municipalityId: string,
	codes: readonly string[],
): Promise<HeldPublication[]> {
	const { rows } = await sql<Row>`
		WITH ${placesByCode(municipalityId, codes)}
		SELECT p.id AS "publicationId", p.table_id AS "tableId", p.family, p.title AS "tableTitle",
			p.publisher, p.licence, p.boundary_year AS "boundaryYear", p.retrieved_at AS "retrievedAt",
			p.population, p.source = 'own' AS "isOwn", cardinality(f.values) AS length, a.code,
			${sql.join(arrays.map((name) => sql`${sql.ref(`f.${name}`)}::text`))}
		FROM publication AS p
		JOIN place AS a ON a.boundary_year = p.boundary_year
		JOIN area_figures AS f ON f.municipality_id = p.municipality_id AND f.publication_id = p.id
			AND f.area_id = a.id
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.replaced_at IS NULL
		ORDER BY p.created_at DESC, p.id`.execute(reader);
	const found = new Map<string, HeldPublication>();
	for (const { code, values, missing, lower, upper, numerator, denominator, ...facts } of rows) {
		const known = found.get(facts.publicationId) ?? { ...facts, figures: new Map() };
		const given = { values, missing, lower, upper, numerator, denominator };
		known.figures.set(code, mapped(given));
		found.set(facts.publicationId, known);
	}
	return [...found.values()];
}

function mapped(row: Record<(typeof arrays)[number], string | null>): HeldFigures {
	return Object.fromEntries(
		arrays.map((name) => [name, row[name] && row[name].slice(1, -1).split(',')]),
	) as HeldFigures;
}

/** The value at a position; null where it is missing. */
export function valueAt({ values }: HeldFigures, position: number): number | null {
	return numberAt(values, position);
}

/** Everything at a position. */
export function cellsAtPosition(figures: HeldFigures, position: number): MeasuredCells {
	return {
		value: numberAt(figures.values, position),
		missing: numberAt(figures.missing, position),
		lower: numberAt(figures.lower, position),
		upper: numberAt(figures.upper, position),
		numerator: numberAt(figures.numerator, position),
		denominator: numberAt(figures.denominator, position),
	};
}

function numberAt(list: readonly string[] | null, position: number): number | null {
	const text = list?.[position];
	return text === undefined || text === 'NULL' ? null : Number(text);
}
