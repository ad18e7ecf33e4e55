import { parseAreaCode, type AreaCode } from './area-code.ts';
import { BoundaryError } from './boundary-problem.ts';
import type { RawFeature } from './geojson-features.ts';
import { degreesOfRd, isRd } from './rd.ts';
import { reversed, STEPS, turned, type Ring, type Shape } from './shape.ts';

/** What a feature says of an area. */
export interface BoundaryArea extends AreaCode {
	/** Null when the source gives none. */
	name: string | null;
	/** The year of the boundaries, where the feature says it. */
	year: number | null;
	isWater: boolean;
	isApproximate: boolean;
}

/** The names that CBS and PDOK gave to codes over the years, the smallest area first, each with that of its name. */
const CODE_PROPERTIES: readonly (readonly [code: string, ...names: string[]])[] = [
	['buurtcode', 'buurtnaam'],
	['bu_code', 'bu_naam'],
	['wijkcode', 'wijknaam'],
	['wk_code', 'wk_naam'],
	['gemeentecode', 'gemeentenaam'],
	['gm_code', 'gm_naam'],
	['statcode', 'statnaam'],
	['code', 'name', 'naam'],
];

/** The area that a feature is about; null when none of its properties holds a code of CBS. */
export function areaOfFeature({ properties }: RawFeature): BoundaryArea | null {
	const lower = new Map(
		Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const text = (name: string): string => {
		const value = lower.get(name);
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	};
	for (const [property, ...names] of CODE_PROPERTIES) {
		const area = parseAreaCode(text(property).toUpperCase());
		if (!area || area.level === 'country') continue;
		const year = Number(text('jaar') || text('year'));
		return {
			...area,
			name: names.map(text).find((name) => name !== '') ?? null,
			year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null,
			// CBS writes JA and NEE, and B for water at the border of the country.
			isWater: ['JA', 'B'].includes((text('water') || text('h2o')).toUpperCase()),
			isApproximate: /^benaderd/i.test(text('nauwkeurigheid')),
		};
	}
	return null;
}

/**
 * The shape of a feature, in steps of degrees (WGS84). Coordinates of the Dutch grid are recognised by their size; a
 * third number (height) is left out. Rings are closed, cleared of points that fall together and turned the right way;
 * the largest ring of a polygon is its outer one, wherever it stands. Null when nothing remains that can be drawn.
 * Throws a `BoundaryError` for a position that is not in the Netherlands.
 */
export function shapeOfFeature({ geometry, row }: RawFeature): Shape | null {
	const polygons = polygonsOf(geometry);
	if (!polygons) return null;
	const shape = polygons.flatMap((rings) => {
		const usable = rings
			.map((ring) => ringOf(ring, row))
			.filter((ring) => ring.length >= 6 && turned(ring) !== 0)
			.toSorted((a, b) => Math.abs(turned(b)) - Math.abs(turned(a)));
		return usable.length === 0 ? [] : [usable.map((ring, index) => facing(ring, index === 0))];
	});
	return shape.length === 0 ? null : shape;
}

/** The same ring, clockwise or not. */
export function facing(ring: Ring, isClockwise: boolean): Ring {
	return turned(ring) > 0 === isClockwise ? ring : reversed(ring);
}

function polygonsOf(geometry: unknown): unknown[][] | null {
	const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
	if (!Array.isArray(coordinates)) return null;
	const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
	return polygons.filter((rings) => Array.isArray(rings)) as unknown[][];
}

function ringOf(positions: unknown, row: number): Ring {
	const ring: number[] = [];
	if (!Array.isArray(positions)) return ring;
	for (const position of positions as unknown[]) {
		const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
		if (typeof x !== 'number' || typeof y !== 'number') return [];
		const [longitude, latitude] = isRd(x, y) ? degreesOfRd(x, y) : [x, y];
		if (!isNetherlands(longitude, latitude))
			throw new BoundaryError(
				isNetherlands(latitude, longitude)
					? { code: 'swapped', row }
					: { code: 'outside', row, x, y },
			);
		const point = [Math.round(longitude * STEPS), Math.round(latitude * STEPS)] as const;
		if (ring.at(-2) !== point[0] || ring.at(-1) !== point[1]) ring.push(...point);
	}
	while (ring.length > 2 && ring.at(-2) === ring[0] && ring.at(-1) === ring[1]) ring.length -= 2;
	return ring;
}

/** Within a box around the country in Europe and its part of the North Sea. */
function isNetherlands(longitude: number, latitude: number): boolean {
	return longitude > 2 && longitude < 8 && latitude > 50 && latitude < 56.5;
}
