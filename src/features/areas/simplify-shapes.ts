import type { MultiPolygon as Arcs, Objects, Topology } from 'topojson-specification';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon } from 'geojson';
import { facing } from './boundary-feature.ts';
import { turned, type Ring, type Shape } from './shape.ts';

/** A shape for a map of a municipality, and one for a map of the country. */
export interface SimpleShapes {
	fine: Shape;
	coarse: Shape;
}

/** A step of 0.00001 degree squared, in the middle of the country, in square metres: 0.683 by 1.113 metre. */
const SQUARE_METRES = 0.76;
/** A corner is left out when the triangle that it makes with its neighbours is smaller than this, in square metres. */
const FINE = 150;
const COARSE = 120_000;

/**
 * Simplifies shapes together, so that neighbours go on sharing their borders: borders are found once (topology) and
 * each is simplified once. Which corners matter is told by M. Visvalingam & J.D. Whyatt, "Line generalisation by
 * repeated elimination of points", The Cartographic Journal 30 (1993) 46–51: by the area of the triangle that a corner
 * makes with its neighbours. An area never vanishes: one that is smaller than the detail keeps its finer shape.
 */
export function simplifyShapes(shapes: readonly Shape[]): SimpleShapes[] {
	if (shapes.length === 0) return [];
	const input = shapes.map((shape, index): MultiPolygon & { id: number } => ({
		type: 'MultiPolygon',
		id: index,
		coordinates: shape.map((polygon) => polygon.map(positionsOf)),
	}));
	const areas: GeometryCollection = { type: 'GeometryCollection', geometries: input };
	const whole = topology({ areas });
	const weighed = presimplify(whole as Topology<Objects<object>>, triangle);
	const fine = shapesAt(weighed, FINE);
	const coarse = shapesAt(weighed, COARSE);
	return shapes.map((shape, index) => {
		const near = fine[index]!.length > 0 ? fine[index]! : shape;
		return { fine: near, coarse: coarse[index]!.length > 0 ? coarse[index]! : near };
	});
}

function shapesAt(weighed: ReturnType<typeof presimplify>, squareMetres: number): Shape[] {
	const simple = simplify(weighed, squareMetres / SQUARE_METRES);
	const { geometries } = simple.objects['areas'] as unknown as { geometries: Arcs[] };
	return geometries.map((geometry) => {
		const { coordinates } = feature(simple, geometry).geometry as MultiPolygon;
		return coordinates.flatMap((rings) => {
			const [outer, ...holes] = rings.map(ringOf);
			if (!outer || turned(outer) === 0) return [];
			const left = holes.filter((hole) => turned(hole) !== 0);
			return [[facing(outer, true), ...left.map((hole) => facing(hole, false))]];
		});
	});
}

/** As topojson-simplify asks for it: the area of three points. */
function triangle(corners: readonly (readonly number[])[]): number {
	const [[ax, ay], [bx, by], [cx, cy]] = corners as [Point, Point, Point];
	return Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;
}

type Point = readonly [x: number, y: number];

function positionsOf(ring: Ring): number[][] {
	const positions: number[][] = [];
	for (let index = 0; index < ring.length; index += 2)
		positions.push([ring[index]!, ring[index + 1]!]);
	positions.push([ring[0]!, ring[1]!]);
	return positions;
}

function ringOf(positions: number[][]): number[] {
	return positions.slice(0, -1).flatMap(([x, y]) => [x!, y!]);
}
