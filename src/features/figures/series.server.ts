import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { SeriesFacts } from './series.ts';

/** Which series are asked for; everything that is given has to hold. */
export interface SeriesFilter {
	indicator?: string;
	/** A column of a family of tables; both or neither. */
	family?: string;
	measure?: string;
	seriesIds?: readonly number[];
	publicationId?: string;
	period?: string;
	/** Only series of publications that hold this area. */
	areaCode?: string;
}

/**
 * The columns of `SeriesFacts`, flat, of `series AS s` joined with `publication AS p`; `factsOf` folds them. Nothing is
 * made into JSON, for lists may hold thousands.
 */
export const factColumns = sql`
	s.id AS "seriesId", s.measure, s.indicator, s.title, s.unit, s.decimals, s.period, s.kind,
	s.provisional AS "isProvisional", s.dimensions, s.position, p.id AS "publicationId",
	p.table_id AS "tableId", p.family, p.title AS "publicationTitle", p.publisher, p.licence,
	p.boundary_year AS "boundaryYear", p.retrieved_at AS "retrievedAt", p.published_on AS "publishedOn",
	p.population, p.covers_country AS "coversCountry", p.source = 'own' AS "isOwn",
	p.replaced_at IS NOT NULL AS "isReplaced", p.checksum`;

/** A row with `factColumns`. */
export interface FactRow extends Omit<SeriesFacts, 'publication' | 'dimensions'> {
	dimensions: SeriesFacts['dimensions'] | null;
	publicationId: string;
	tableId: string;
	family: string;
	publicationTitle: string;
	publisher: string;
	licence: string;
	boundaryYear: number;
	retrievedAt: Date;
	publishedOn: string | null;
	population: SeriesFacts['publication']['population'];
	coversCountry: boolean;
	isOwn: boolean;
	isReplaced: boolean;
	checksum: string;
}

/** What a row says of its series. */
export function factsOf(row: FactRow): SeriesFacts {
	return {
		seriesId: row.seriesId,
		measure: row.measure,
		indicator: row.indicator,
		title: row.title,
		unit: row.unit,
		decimals: row.decimals,
		period: row.period,
		kind: row.kind,
		isProvisional: row.isProvisional,
		dimensions: row.dimensions ?? [],
		position: row.position,
		publication: {
			id: row.publicationId,
			tableId: row.tableId,
			family: row.family,
			title: row.publicationTitle,
			publisher: row.publisher,
			licence: row.licence,
			boundaryYear: row.boundaryYear,
			retrievedAt: row.retrievedAt,
			publishedOn: row.publishedOn,
			population: row.population,
			coversCountry: row.coversCountry,
			isOwn: row.isOwn,
			isReplaced: row.isReplaced,
			checksum: row.checksum,
		},
	};
}

/**
 * The series of the publications that stand now, newest period first, and of one period those of the newest publication
 * first. Asked for by their ids or by their publication, those of replaced publications are among them.
 */
export async function seriesList(
	reader: Reader,
	municipalityId: string,
	filter: SeriesFilter = {},
): Promise<SeriesFacts[]> {
	const { rows } = await sql<FactRow>`
		SELECT ${factColumns}
		FROM series AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
		WHERE s.municipality_id = ${municipalityId}::uuid ${sql.join(conditions(filter), sql``)}
		ORDER BY s.period DESC, p.created_at DESC, p.id, s.position`.execute(reader);
	return rows.map(factsOf);
}

/** Only what is asked for, so that each way of asking walks along its own index. */
function conditions(filter: SeriesFilter) {
	const { indicator, family, measure, seriesIds, publicationId, period, areaCode } = filter;
	const found: RawBuilder<unknown>[] = [];
	if (indicator !== undefined) found.push(sql` AND s.indicator = ${indicator}::text`);
	if (family !== undefined) found.push(sql` AND p.family = ${family}::text`);
	if (measure !== undefined) found.push(sql` AND s.measure = ${measure}::text`);
	if (seriesIds) found.push(sql` AND s.id = ANY(${seriesIds}::integer[])`);
	if (publicationId) found.push(sql` AND s.publication_id = ${publicationId}::uuid`);
	if (period !== undefined) found.push(sql` AND s.period = ${period}::text`);
	if (areaCode !== undefined) found.push(holds(areaCode));
	if (!seriesIds && !publicationId) found.push(sql` AND p.replaced_at IS NULL`);
	return found;
}

function holds(code: string) {
	return sql` AND EXISTS (
		SELECT FROM area AS a JOIN area_figures AS f
			ON f.municipality_id = a.municipality_id AND f.publication_id = p.id AND f.area_id = a.id
		WHERE a.municipality_id = p.municipality_id AND a.code = ${code}::text
			AND a.boundary_year = p.boundary_year)`;
}
