import { sql } from 'kysely';
import {
	breakBetween,
	formerCodes,
	stretchesOfEach,
	stretchIn,
	type AreaBreak,
	type Stretch,
} from '#features/areas/area-course.ts';
import { codeChanges } from '#features/areas/area-history.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { addedUp, mayBeAddedUp } from './added-up.ts';
import { placesByCode } from './held-figures.server.ts';
import { measuredOf, type Measured, type MeasuredCells } from './measured.ts';
import { factColumns, factsOf, type FactRow } from './series.server.ts';
import type { SeriesFacts } from './series.ts';
import { cellsAt } from './values.server.ts';

/** What is followed over the years: an indicator of the catalogue (of one publisher), or a column of a family of tables. */
export type Followed =
	{ indicator: string; publisher?: string } | { family: string; measure: string };

/** What was measured of an area about one period. */
export interface PeriodValue extends SeriesFacts {
	measured: Measured;
	/** Whether it cannot be put behind the period before it here: the two values are about different places. */
	isBreak: boolean;
	/** Why; null when it is no break. */
	brokenBy: AreaBreak | null;
	/** The codes that it was published under, where that is not the own code: of several it is the sum. */
	formerCodes: string[];
}

interface Row extends MeasuredCells {
	code: string;
	seriesId: number;
}

/**
 * The values of areas over the periods, the earliest first, by code. Of several publications about one period the newest
 * that holds the area counts. A code that was renumbered goes on under its old code, and counts of areas that merged are
 * added up, where imported changes of codes say so; everything else that changed is a break. Before a break that nothing
 * was published under the own code for, the period is there without a value. Three statements that travel together, whatever
 * the number of areas, and one more where codes are followed.
 */
export async function valuesOverTime(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
	codes: readonly string[],
): Promise<Map<string, PeriodValue[]>> {
	const [facts, rows, known] = await Promise.all([
		factsOfFollowed(reader, municipalityId, followed),
		valuesOfFollowed(reader, municipalityId, followed, codes, 'newest'),
		codeChanges(reader, municipalityId, codes),
	]);
	const changed = stretchesOfEach(codes, known, [...facts.values()].every(mayBeAddedUp));
	const former = withFormerCodes(changed);
	const more =
		former.length === 0
			? []
			: await valuesOfFollowed(reader, municipalityId, followed, former, 'all');
	const rowsOf = Map.groupBy(rows, ({ code }) => code);
	const moreOf = Map.groupBy(more, ({ code }) => code);
	return new Map(
		codes.map((code): [string, PeriodValue[]] => {
			const stretches = changed.get(code);
			if (!stretches) return [code, (rowsOf.get(code) ?? []).flatMap((row) => plainValue(row, facts))]; // prettier-ignore
			const asked = [code, ...formerCodes(code, stretches)];
			const held = asked.length === 1 ? rowsOf : moreOf;
			return [code, followedValues(code, stretches, asked.flatMap((one) => held.get(one) ?? []), facts)]; // prettier-ignore
		}),
	);
}

type Facts = ReadonlyMap<number, SeriesFacts>;

/** The codes of areas that have others in their past, with those. */
function withFormerCodes(changed: ReadonlyMap<string, readonly Stretch[]>): string[] {
	const all = [...changed].flatMap(([code, stretches]) => {
		const former = formerCodes(code, stretches);
		return former.length > 0 ? [code, ...former] : [];
	});
	return [...new Set(all)];
}

function plainValue({ seriesId, code: _, ...cells }: Row, facts: Facts): PeriodValue[] {
	const series = facts.get(seriesId);
	if (!series) return [];
	const measured = measuredOf(cells, series.publication.isOwn);
	return [{ ...series, measured, isBreak: false, brokenBy: null, formerCodes: [] }];
}

function followedValues(
	code: string,
	stretches: readonly Stretch[],
	rows: readonly Row[],
	facts: Facts,
): PeriodValue[] {
	const rowsOf = Map.groupBy(rows, ({ seriesId }) => seriesId);
	// In the order of the facts: the newest publication first.
	const found = [...facts.values()].flatMap((series) =>
		seriesValue(code, stretches, rowsOf.get(series.seriesId) ?? [], series),
	);
	const byPeriod = Map.groupBy(found, ({ series }) => series.period);
	let before: number | null = null;
	return [...byPeriod.keys()].toSorted().map((period) => {
		const same = byPeriod.get(period)!.toSorted((a, b) => b.held - a.held);
		const [{ series, measured, published }] = same as [(typeof same)[number]];
		const { boundaryYear } = series.publication;
		const brokenBy = before === null ? null : breakBetween(stretches, before, boundaryYear);
		before = boundaryYear;
		const isOwn = published.length === 1 && published[0] === code;
		return { ...series, measured, isBreak: brokenBy !== null, brokenBy, formerCodes: isOwn ? [] : [...published] }; // prettier-ignore
	});
}

interface SeriesValue {
	series: SeriesFacts;
	measured: Measured;
	/** Which part of the codes the publication holds, from 0 to 1. */
	held: number;
	published: readonly string[];
}

/** What one series says of the area; nothing when it holds neither the area nor what it was before a break. */
function seriesValue(
	code: string,
	stretches: readonly Stretch[],
	rows: readonly Row[],
	series: SeriesFacts,
): SeriesValue[] {
	if (rows.length === 0) return [];
	const { boundaryYear, isOwn } = series.publication;
	const { codes } = stretchIn(stretches, boundaryYear);
	if (codes.length === 0)
		// It was measured, of the area that this was a part of: for this one nothing was published.
		return [{ series, measured: { missing: 'not_published' }, held: 0, published: [code] }];
	const parts = codes.map((one) => rows.find((row) => row.code === one));
	const held = parts.filter(Boolean).length;
	if (held === 0) return [];
	const values = parts.map((row): Measured => row ? measuredOf(row, isOwn) : { missing: 'not_published' }); // prettier-ignore
	const measured = values.length === 1 ? values[0]! : addedUp(values);
	return [{ series, measured, held: held / codes.length, published: codes }];
}

async function factsOfFollowed(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
): Promise<Map<number, SeriesFacts>> {
	const { rows } = await sql<FactRow>`
		SELECT ${factColumns} ${seriesFollowed(municipalityId, followed)}
		ORDER BY p.created_at DESC, p.id, s.position`.execute(reader);
	return new Map(rows.map((row) => [row.seriesId, factsOf(row)]));
}

/** `newest`: of each area and period only the newest publication that holds it; `all`: every one. */
async function valuesOfFollowed(
	reader: Reader,
	municipalityId: string,
	followed: Followed,
	codes: readonly string[],
	which: 'newest' | 'all',
): Promise<Row[]> {
	const distinct = which === 'all' ? sql`` : sql`DISTINCT ON (a.code COLLATE "C", s.period)`;
	const { rows } = await sql<Row>`
		WITH ${placesByCode(municipalityId, codes)},
		followed AS MATERIALIZED (
			SELECT s.id, s.position, s.period, p.id AS publication_id, p.boundary_year, p.created_at
			${seriesFollowed(municipalityId, followed)})
		SELECT ${distinct} a.code, s.id AS "seriesId", ${cellsAt(sql`s.position + 1`)}
		FROM followed AS s
		JOIN place AS a ON a.boundary_year = s.boundary_year
		JOIN area_figures AS f ON f.municipality_id = ${municipalityId}::uuid
			AND f.publication_id = s.publication_id AND f.area_id = a.id
		ORDER BY a.code COLLATE "C", s.period, s.created_at DESC, s.publication_id, s.position`.execute(
		reader,
	);
	return rows;
}

/** The series that are followed, of the publications that stand now: `series AS s` with `publication AS p`. */
function seriesFollowed(municipalityId: string, followed: Followed) {
	const which =
		'measure' in followed
			? sql`s.measure = ${followed.measure}::text AND s.publication_id = ANY(ARRAY(
				SELECT id FROM publication WHERE municipality_id = ${municipalityId}::uuid
					AND family = ${followed.family}::text))`
			: sql`s.indicator = ${followed.indicator}::text`;
	const publisher =
		'publisher' in followed && followed.publisher !== undefined
			? sql`AND p.publisher = ${followed.publisher}::text`
			: sql``;
	return sql`
		FROM (SELECT * FROM series AS s
			WHERE s.municipality_id = ${municipalityId}::uuid AND ${which} OFFSET 0) AS s
		JOIN publication AS p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			AND p.replaced_at IS NULL ${publisher}`;
}
