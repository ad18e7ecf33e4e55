import * as v from 'valibot';
import { sql } from 'kysely';
import { indicatorOf } from '#features/figures/catalogue.ts';
import { notFound } from '#kernel/failure.ts';
import { id, optionalWholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import type { Reader } from '#server/database/handles.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { ImportProblem } from './import-problem.ts';

/** A publication that holds now, with what is known of its source. */
export interface PublicationNow {
	id: string;
	tableId: string;
	family: string;
	title: string;
	publisher: string;
	licence: string;
	period: string;
	boundaryYear: number;
	source: string;
	retrievedAt: Date;
	publishedOn: string | null;
	coversCountry: boolean;
	visibility: string;
	/** How many series it has, and how many of them are provisional. */
	series: number;
	provisional: number;
	/** When its source was last asked; null when never. */
	checkedAt: Date | null;
	/** Whether the source has another version than this one. */
	isNewerAtSource: boolean;
	/** Why the source could not be asked. */
	checkProblem: ImportProblem | null;
	/** The publication whose place it took, and in how many values it differs from it. */
	revisionOf: string | null;
	revised: number;
	appeared: number;
	vanished: number;
}

export const listCurrentPublications = query({
	name: 'publication.current',
	summary:
		'Lists the publications that hold now, by family and period, with whether their source has a newer version and how many values differ from the version before.',
	http: { method: 'GET', path: '/publicaties/actueel' },
	input: v.object({}),
	subject: nothing,
	// Everyone: figures are published; row-level security keeps back publications for participants and what sources said.
	allow: anyone,
	async run({ reader, actor }): Promise<{ items: PublicationNow[] }> {
		const { rows } = await sql<PublicationNow>`
			SELECT publication.id, table_id AS "tableId", family, publication.title, publisher, licence, period,
				boundary_year AS "boundaryYear", source, retrieved_at AS "retrievedAt", published_on::text AS "publishedOn",
				covers_country AS "coversCountry", visibility, revision_of AS "revisionOf",
				counted.series, counted.provisional, source_check.checked_at AS "checkedAt",
				source_check.failure AS "checkProblem",
				coalesce(CASE WHEN source_version IS NOT NULL THEN source_check.version <> source_version
					ELSE left(source_check.version, 10) > published_on::text END, false) AS "isNewerAtSource",
				coalesce(differs.revised, 0)::integer AS revised, coalesce(differs.appeared, 0)::integer AS appeared,
				coalesce(differs.vanished, 0)::integer AS vanished
			FROM publication
			LEFT JOIN source_check USING (municipality_id, table_id)
			CROSS JOIN LATERAL (
				SELECT count(*)::integer AS series, count(*) FILTER (WHERE provisional)::integer AS provisional FROM series
				WHERE municipality_id = publication.municipality_id AND publication_id = publication.id) AS counted
			CROSS JOIN LATERAL (
				SELECT sum(revised) AS revised, sum(appeared) AS appeared, sum(vanished) AS vanished FROM series_revision
				WHERE municipality_id = publication.municipality_id AND publication_id = publication.id) AS differs
			WHERE publication.municipality_id = ${actor.municipalityId}::uuid AND replaced_at IS NULL
			ORDER BY family, period DESC, publication.title`.execute(reader);
		return { items: rows };
	},
});

export interface SeriesRevision {
	seriesId: number;
	title: string;
	period: string;
	revised: number;
	appeared: number;
	vanished: number;
}

export interface RevisedArea {
	code: string;
	name: string;
	before: number | null;
	now: number | null;
}

const areasShown = 200;

export const showRevision = query({
	name: 'publication.revision',
	summary:
		'Shows how a publication differs from the version before: per series how many areas, and for one series which areas and by how much, largest difference first, 200 a page.',
	http: { method: 'GET', path: '/publicaties/{publicationId}/herziening' },
	input: v.object({
		publicationId: id(),
		seriesId: optionalWholeNumber(1, 2_000_000_000),
		page: optionalWholeNumber(1, 100_000),
	}),
	subject: nothing,
	// Everyone: see above.
	allow: anyone,
	async run({ reader, actor }, { publicationId, seriesId, page }) {
		const municipalityId = actor.municipalityId;
		const publication = await reader
			.selectFrom('publication')
			.select(['id', 'title', 'period', 'revision_of as revisionOf', 'retrieved_at as retrievedAt'])
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', publicationId)
			.executeTakeFirst();
		if (!publication) throw notFound();
		const { rows } = await sql<
			SeriesRevision & { indicator: string | null; unit: string; decimals: number }
		>`
			SELECT id AS "seriesId", indicator, title, unit, decimals, period, revised, appeared, vanished
			FROM series_revision JOIN series ON series.municipality_id = series_revision.municipality_id
				AND series.id = series_revision.series_id
			WHERE series_revision.municipality_id = ${municipalityId}::uuid
				AND series_revision.publication_id = ${publicationId}::uuid AND revised + appeared + vanished > 0
			ORDER BY revised + appeared + vanished DESC, series.position`.execute(reader);
		const series = rows.map((row) => ({ ...row, names: indicatorOf(row.indicator)?.name ?? null }));
		const chosen = series.find((one) => one.seriesId === seriesId) ?? null;
		const areas = chosen
			? await areasOf(reader, municipalityId, publicationId, chosen.seriesId, page ?? 1)
			: [];
		return { publication, series, chosen, areas, page: page ?? 1, pageSize: areasShown };
	},
});

async function areasOf(
	reader: Reader,
	municipalityId: string | null,
	publicationId: string,
	seriesId: number,
	page: number,
): Promise<RevisedArea[]> {
	const { rows } = await sql<RevisedArea>`
		WITH pair AS MATERIALIZED (
			SELECT fresh.position + 1 AS fresh_at, old.position + 1 AS old_at, publication.revision_of
			FROM publication
			JOIN series AS fresh ON fresh.municipality_id = publication.municipality_id AND fresh.id = ${seriesId}::integer
			JOIN series AS old ON old.municipality_id = publication.municipality_id
				AND old.publication_id = publication.revision_of
				AND old.measure = fresh.measure AND old.period = fresh.period
			WHERE publication.municipality_id = ${municipalityId}::uuid AND publication.id = ${publicationId}::uuid),
		compared AS (
			SELECT fresh.area_id, fresh.values[(SELECT fresh_at FROM pair)] AS now,
				old.values[(SELECT old_at FROM pair)] AS before
			FROM area_figures AS fresh
			JOIN area_figures AS old ON old.municipality_id = fresh.municipality_id AND old.area_id = fresh.area_id
				AND old.publication_id = (SELECT revision_of FROM pair)
			WHERE fresh.municipality_id = ${municipalityId}::uuid AND fresh.publication_id = ${publicationId}::uuid)
		SELECT area.code, area.name, before, now FROM compared
		JOIN area ON area.municipality_id = ${municipalityId}::uuid AND area.id = compared.area_id
		WHERE now IS DISTINCT FROM before
		ORDER BY abs(now - before) DESC NULLS LAST, area.code
		LIMIT ${areasShown} OFFSET ${(page - 1) * areasShown}`.execute(reader);
	return rows;
}
