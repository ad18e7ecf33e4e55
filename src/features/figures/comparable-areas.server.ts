import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { parseAreaCode, type AreaLevel } from '#features/areas/area-code.ts';
import { areaCharacteristics, characteristicsOf, type AreaCharacteristic } from './area-characteristics.ts'; // prettier-ignore
import { areasLike, likenessTable, type LikenessPlace, type LikenessTable } from './area-likeness.ts'; // prettier-ignore
import { columnsOfLevel } from './columns.server.ts';
import { placesByCode } from './held-figures.server.ts';

/** What may be chosen about comparable areas. */
export interface ComparableOptions {
	/** Ids of characteristics; the default set when left out or none is known. */
	characteristics?: readonly string[] | undefined;
	/** How many; 10 when left out. */
	count?: number | undefined;
	/** Where they may lie; the whole country when left out. */
	place?: LikenessPlace | undefined;
}

export interface ComparableArea {
	code: string;
	name: string;
	/** The municipality it lies in; '' for a municipality itself. */
	municipalityName: string;
	/** 0 is the same in everything, 1 an ordinary difference in every characteristic. */
	distance: number;
	/** In how many characteristics both have a value. */
	shared: number;
	/** By the characteristics that were used; null where it is missing. */
	values: (number | null)[];
}

export interface ComparableAreas {
	/** The table that the characteristics come from; null when no publication holds enough of them. */
	basis: LikenessBasis | null;
	/** What was used, with the own value, and in `leftOut` what was asked for and could not be. */
	used: { characteristic: AreaCharacteristic; own: number | null }[];
	leftOut: AreaCharacteristic[];
	/** How many characteristics two areas have to have in common. */
	least: number;
	/** How many areas took part. */
	compared: number;
	/** The nearest first; empty when the area itself is known by too few characteristics. */
	areas: ComparableArea[];
}

export interface LikenessBasis {
	id: string;
	tableId: string;
	title: string;
	publisher: string;
	licence: string;
	retrievedAt: Date;
	boundaryYear: number;
	period: string;
	coversCountry: boolean;
}

interface Candidate extends LikenessBasis {
	checksum: string;
	indicators: string[];
	positions: number[];
}

const DEFAULT_COUNT = 10;

/**
 * The areas of the same level that are most like an area, by what kind of place they are (content/area-characteristics.json)
 * in the newest publication that knows enough of it, one that covers the country before one that does not. The distance is
 * explained at `nearest`. The first call for a publication and level reads its areas; later ones need two small statements.
 */
export async function comparableAreas(
	reader: Reader,
	municipalityId: string,
	code: string,
	{ characteristics, count = DEFAULT_COUNT, place = 'country' }: ComparableOptions = {},
): Promise<ComparableAreas> {
	const wanted = characteristicsOf(characteristics);
	const level = parseAreaCode(code)?.level;
	const none = { basis: null, used: [], leftOut: wanted, least: 0, compared: 0, areas: [] };
	if (!level || level === 'country') return none;
	const ids = new Set(wanted.map(({ id }) => id));
	for (const candidate of await candidatesFor(reader, municipalityId, code)) {
		const table = await tableOf(reader, municipalityId, candidate, level);
		const own = table.at.get(code);
		const { used, least, compared, found } = areasLike(table, code, { ids, count, place });
		const known = used.filter(({ scaled }) => own !== undefined && !Number.isNaN(scaled![own]));
		if (own === undefined || known.length < least) continue;
		const names = await namesOf(reader, municipalityId, candidate.boundaryYear, found.map(({ index }) => table.codes[index]!)); // prettier-ignore
		const { checksum: _, indicators: __, positions: ___, ...basis } = candidate;
		const usedIds = new Set(used.map(({ characteristic }) => characteristic.id));
		return {
			basis,
			used: used.map(({ characteristic, values }) => ({
				characteristic,
				own: orNull(values[own]),
			})),
			leftOut: wanted.filter(({ id }) => !usedIds.has(id)),
			least,
			compared,
			areas: found.map(({ index, distance, shared }) => {
				const other = table.codes[index]!;
				const values = used.map((one) => orNull(one.values[index]));
				return { code: other, ...nameIn(names, other), distance, shared, values };
			}),
		};
	}
	return none;
}

/**
 * The codes of the areas most like each of many areas of one municipality or more, by the default characteristics and out of
 * the whole country. An area that is known by too few characteristics is not in it. One table for all areas of a level: what
 * the first of them would be compared by.
 */
export async function comparableCodes(
	reader: Reader,
	municipalityId: string,
	codes: readonly string[],
): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	const options = {
		ids: new Set(characteristicsOf(undefined).map(({ id }) => id)),
		count: DEFAULT_COUNT,
		place: 'country' as const,
	};
	for (const [level, some] of Map.groupBy(codes, (code) => parseAreaCode(code)?.level)) {
		if (!level || level === 'country') continue;
		const [best] = await candidatesFor(reader, municipalityId, some[0]!);
		if (!best) continue;
		const table = await tableOf(reader, municipalityId, best, level);
		for (const code of some) {
			const alike = areasLike(table, code, options).found;
			if (alike.length > 0) found.set(code, alike.map(({ index }) => table.codes[index]!)); // prettier-ignore
		}
	}
	return found;
}

function orNull(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}

/** Publications that hold the area and indicators of characteristics, the best first. Own files describe no country. */
async function candidatesFor(
	reader: Reader,
	municipalityId: string,
	code: string,
): Promise<Candidate[]> {
	const indicators = areaCharacteristics.flatMap(({ of, per }) => (per ? [of, per] : [of]));
	const { rows } = await sql<Candidate>`
		SELECT p.id, p.table_id AS "tableId", p.title, p.publisher, p.licence, p.retrieved_at AS "retrievedAt",
			p.boundary_year AS "boundaryYear", max(s.period) AS period,
			p.covers_country AS "coversCountry", p.checksum,
			array_agg(s.indicator ORDER BY s.period, s.position) AS indicators,
			array_agg(s.position ORDER BY s.period, s.position) AS positions
		FROM publication AS p
		JOIN series AS s ON s.municipality_id = p.municipality_id AND s.publication_id = p.id
			AND s.indicator = ANY(${[...new Set(indicators)]}::text[])
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.replaced_at IS NULL AND p.source <> 'own'
			AND EXISTS (SELECT FROM area AS a JOIN area_figures AS f ON f.municipality_id = a.municipality_id
					AND f.publication_id = p.id AND f.area_id = a.id
				WHERE a.municipality_id = p.municipality_id AND a.code = ${code}
					AND a.boundary_year = p.boundary_year)
		GROUP BY p.municipality_id, p.id
		ORDER BY p.covers_country DESC, max(s.period) DESC, p.created_at DESC`.execute(reader);
	return rows;
}

/** Tables that were made lately: a publication never changes, so they hold for as long as anybody may read it. */
const tables = new Map<string, LikenessTable>();
/** Of the whole country one takes some 4 MB. */
const MOST_TABLES = 6;

async function tableOf(
	reader: Reader,
	municipalityId: string,
	{ id, checksum, indicators, positions }: Candidate,
	level: AreaLevel,
): Promise<LikenessTable> {
	const key = [municipalityId, id, checksum, level].join(' ');
	const held = tables.get(key);
	// Put at the end again: the first is the one that was not used for longest.
	tables.delete(key);
	const made = held ?? (await readTable(reader, municipalityId, id, indicators, positions, level));
	tables.set(key, made);
	if (tables.size > MOST_TABLES) tables.delete(tables.keys().next().value!);
	return made;
}

async function readTable(
	reader: Reader,
	municipalityId: string,
	publicationId: string,
	indicators: readonly string[],
	positions: readonly number[],
	level: AreaLevel,
): Promise<LikenessTable> {
	// Of an indicator with several periods the last counts.
	const newest = [...new Map(indicators.map((indicator, at) => [indicator, positions[at]!]))];
	const asked = newest.map(([, position]) => position);
	const { codes, columns } = await columnsOfLevel(reader, municipalityId, publicationId, asked, level); // prettier-ignore
	const byIndicator = new Map(newest.map(([indicator], at) => [indicator, columns[at]!]));
	return likenessTable(codes, (indicator) => byIndicator.get(indicator));
}

type Names = ReadonlyMap<string, { name: string; municipalityName: string }>;

async function namesOf(
	reader: Reader,
	municipalityId: string,
	boundaryYear: number,
	codes: readonly string[],
): Promise<Names> {
	const municipalityOf = (code: string) => `GM${code.slice(2, 6)}`;
	const asked = [...new Set([...codes, ...codes.map(municipalityOf)])];
	const { rows } = await sql<{ code: string; name: string }>`
		WITH ${placesByCode(municipalityId, asked)}
		SELECT code, name FROM place WHERE boundary_year = ${boundaryYear}`.execute(reader);
	const nameOf = new Map(rows.map(({ code, name }) => [code, name]));
	return new Map(
		codes.map((code) => {
			const above = municipalityOf(code);
			const municipalityName = above === code ? '' : (nameOf.get(above) ?? '');
			return [code, { name: nameOf.get(code) ?? code, municipalityName }];
		}),
	);
}

function nameIn(names: Names, code: string): { name: string; municipalityName: string } {
	return names.get(code) ?? { name: code, municipalityName: '' };
}
