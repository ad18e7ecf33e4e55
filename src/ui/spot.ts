/** A point on a small map, in degrees (WGS84). */
export interface MapSpot {
	id: string;
	name: string;
	longitude: number;
	latitude: number;
	href?: string | undefined;
}

/** The edges of a map in degrees. */
export interface MapEdges {
	west: number;
	north: number;
	east: number;
	south: number;
}

/** Degrees to the width and height around a spot that stands alone: some 150 metres. */
const AROUND = 0.002;

/**
 * A rectangle around spots with some room, as the ring of a shape: what a map shows where no outline is known. At least
 * as wide as it is high on the ground, so that names find a place on it.
 */
export function ringAround(spots: readonly Pick<MapSpot, 'longitude' | 'latitude'>[]): number[][] {
	const across = spots.map(({ longitude }) => longitude);
	const along = spots.map(({ latitude }) => latitude);
	const [south, north] = [Math.min(...along) - AROUND, Math.max(...along) + AROUND];
	const square = (north - south) / Math.cos((((north + south) / 2) * Math.PI) / 180);
	const width = Math.max(...across) - Math.min(...across);
	const aside = Math.max(AROUND, (square - width) / 2);
	const [west, east] = [Math.min(...across) - aside, Math.max(...across) + aside];
	// Clockwise, as d3-geo wants it.
	return [
		[west, south],
		[west, north],
		[east, north],
		[east, south],
		[west, south],
	];
}

/** How far apart two points are, in metres; good to a metre within a neighbourhood. */
export function metresBetween(
	a: Pick<MapSpot, 'longitude' | 'latitude'>,
	b: Pick<MapSpot, 'longitude' | 'latitude'>,
): number {
	const metresPerDegree = 111_320;
	const across =
		(a.longitude - b.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * (Math.PI / 180));
	return Math.hypot(across, a.latitude - b.latitude) * metresPerDegree;
}

/** The degrees at a point of a map, given as parts of its width and height, rounded to some ten metres. */
export function degreesAt(
	edges: MapEdges,
	partAcross: number,
	partDown: number,
): { longitude: number; latitude: number } {
	const [top, bottom] = [mercator(edges.north), mercator(edges.south)];
	const height = top + (bottom - top) * partDown;
	const latitude = (Math.atan(Math.sinh(height)) * 180) / Math.PI;
	const longitude = edges.west + (edges.east - edges.west) * partAcross;
	return { longitude: toTenMetres(longitude), latitude: toTenMetres(latitude) };
}

/** Where degrees lie on a map, as parts of its width and height. */
export function partsAt(
	edges: MapEdges,
	{ longitude, latitude }: Pick<MapSpot, 'longitude' | 'latitude'>,
): [number, number] {
	const [top, bottom] = [mercator(edges.north), mercator(edges.south)];
	return [
		(longitude - edges.west) / (edges.east - edges.west),
		(mercator(latitude) - top) / (bottom - top),
	];
}

/** Four decimals of a degree: some ten metres. What is kept is where a place lies, never where somebody stood. */
export function toTenMetres(degrees: number): number {
	return Math.round(degrees * 10_000) / 10_000;
}

function mercator(latitude: number): number {
	return Math.asinh(Math.tan((latitude * Math.PI) / 180));
}
