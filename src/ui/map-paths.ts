import { geoMercator, geoPath } from 'd3-geo';
import type { Geometry, MultiPolygon, Polygon } from 'geojson';

/** A shape on a map: degrees (WGS84), outer rings clockwise and holes the other way round, as d3-geo wants them. */
export type MapShape = Polygon | MultiPolygon;

/** Shapes drawn on one sheet; lengths are in the units of the drawing. */
export interface MapDrawing {
	width: number;
	height: number;
	/** The `d` of an SVG path for each shape, in their order; '' for one too small to be seen. */
	paths: string[];
	/** Where a longitude and latitude lie on the sheet. */
	place: (longitude: number, latitude: number) => readonly [number, number];
	/** The degrees of its edges: with Mercator's formula every point in between follows from them. */
	edges: { west: number; north: number; east: number; south: number };
}

/** How wide a drawing is at most; its units are about a pixel and a half on a wide screen. */
const WIDTH = 1000;
/** How high at most: a tall country fills a screen and no more. */
const HEIGHT = 1150;
const EDGE = 6;

const emptySheet: MapDrawing = {
	width: WIDTH,
	height: WIDTH,
	paths: [],
	place: () => [0, 0],
	edges: { west: 0, north: 0, east: 0, south: 0 },
};

/**
 * Draws shapes on one sheet that they fill, in the Mercator projection (angles are true, north is up). Points that fall
 * on the same unit are drawn once, so that a path is never longer than what can be seen of it.
 */
export function drawMap(shapes: readonly MapShape[]): MapDrawing {
	if (shapes.length === 0) return emptySheet;
	const all: Geometry = { type: 'GeometryCollection', geometries: [...shapes] };
	const projection = geoMercator().precision(0);
	projection.fitExtent(
		[
			[EDGE, EDGE],
			[WIDTH - EDGE, HEIGHT - EDGE],
		],
		all,
	);
	const [[west, north], [east, south]] = geoPath(projection).bounds(all);
	const [x, y] = projection.translate();
	projection.translate([x - west + EDGE, y - north + EDGE]);
	const pen = new ShortPath();
	const draw = geoPath(projection, pen);
	const [width, height] = [Math.ceil(east - west) + 2 * EDGE, Math.ceil(south - north) + 2 * EDGE];
	const degrees = (point: [number, number]) => projection.invert?.(point) ?? [0, 0];
	return {
		width,
		height,
		place: (longitude, latitude) => projection([longitude, latitude]) ?? [0, 0],
		edges: {
			west: degrees([0, 0])[0],
			north: degrees([0, 0])[1],
			east: degrees([width, height])[0],
			south: degrees([width, height])[1],
		},
		paths: shapes.map((shape) => {
			draw(shape);
			return pen.take();
		}),
	};
}

/** Writes a path in whole units, each point as the step from the one before: a third of what d3-geo writes itself. */
class ShortPath {
	private text = '';
	private points: [number, number][] = [];
	private at: [number, number] = [0, 0];

	beginPath(): void {}

	moveTo(x: number, y: number): void {
		this.points = [[Math.round(x), Math.round(y)]];
	}

	lineTo(x: number, y: number): void {
		const point: [number, number] = [Math.round(x), Math.round(y)];
		const last = this.points.at(-1);
		if (last?.[0] !== point[0] || last[1] !== point[1]) this.points.push(point);
	}

	closePath(): void {
		const [first, ...rest] = this.points;
		if (!first || rest.length < 2) return;
		this.text += `m${this.step(first)}l${rest.map((point) => this.step(point)).join(' ')}z`;
		// After `z` the pen is back where the ring began.
		this.at = first;
	}

	arc(): void {}

	/** What was drawn since the last time. */
	take(): string {
		const text = this.text;
		this.text = '';
		this.at = [0, 0];
		return text;
	}

	private step(point: [number, number]): string {
		const [x, y] = [point[0] - this.at[0], point[1] - this.at[1]];
		this.at = point;
		return y < 0 ? `${x}${y}` : `${x} ${y}`;
	}
}
