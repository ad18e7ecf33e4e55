/** A ring: longitude and latitude in turn, in steps of 0.00001 degree; its last point is not its first again. */
export type Ring = readonly number[];

/** Polygons, each an outer ring (clockwise, as d3-geo wants it) and its holes (the other way round). */
export type Shape = readonly (readonly Ring[])[];

/** Steps of a shape's numbers in one degree: about 0.7 by 1.1 metre in the Netherlands. */
export const STEPS = 100_000;

/**
 * A shape in a few bytes a point: the number of polygons, of each its rings, of each its points, and for every point
 * the difference with the one before, all as numbers of variable length (as in Protocol Buffers: seven bits a byte,
 * signs zigzagged).
 */
export function encodeShape(shape: Shape): Buffer {
	const bytes: number[] = [];
	const unsigned = (value: number) => {
		let rest = value;
		while (rest > 0x7f) {
			bytes.push((rest & 0x7f) | 0x80);
			rest >>>= 7;
		}
		bytes.push(rest);
	};
	const signed = (value: number) => unsigned(((value << 1) ^ (value >> 31)) >>> 0);
	let at: readonly [number, number] = [0, 0];
	unsigned(shape.length);
	for (const polygon of shape) {
		unsigned(polygon.length);
		for (const ring of polygon) {
			unsigned(ring.length / 2);
			for (let index = 0; index < ring.length; index += 2) {
				const point = [ring[index]!, ring[index + 1]!] as const;
				signed(point[0] - at[0]);
				signed(point[1] - at[1]);
				at = point;
			}
		}
	}
	return Buffer.from(bytes);
}

/** The shape that `encodeShape` wrote. */
export function decodeShape(bytes: Uint8Array): Shape {
	let next = 0;
	const unsigned = (): number => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = bytes[next]!;
			next += 1;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
	};
	const signed = (): number => {
		const value = unsigned();
		return (value >>> 1) ^ -(value & 1);
	};
	let x = 0;
	let y = 0;
	const ring = (): number[] => {
		const points = unsigned();
		const numbers: number[] = [];
		for (let point = 0; point < points; point += 1) {
			x += signed();
			y += signed();
			numbers.push(x, y);
		}
		return numbers;
	};
	return many(unsigned(), () => many(unsigned(), ring));
}

function many<T>(count: number, one: () => T): T[] {
	return Array.from({ length: count }, one);
}

/** Twice the area of a ring in steps²; positive when it runs clockwise on a map with north up. */
export function turned(ring: Ring): number {
	let sum = 0;
	for (let index = 0; index < ring.length; index += 2) {
		const next = (index + 2) % ring.length;
		sum += (ring[next]! - ring[index]!) * (ring[next + 1]! + ring[index + 1]!);
	}
	return sum;
}

/** The same ring, run through from its other end. */
export function reversed(ring: Ring): Ring {
	const numbers: number[] = [];
	for (let index = ring.length - 2; index >= 0; index -= 2)
		numbers.push(ring[index]!, ring[index + 1]!);
	return numbers;
}

/** A shape as GeoJSON, in degrees (WGS84). */
export function geometryOf(shape: Shape): { type: 'MultiPolygon'; coordinates: number[][][][] } {
	const degrees = (ring: Ring): number[][] => {
		const points: number[][] = [];
		for (let index = 0; index < ring.length; index += 2)
			points.push([ring[index]! / STEPS, ring[index + 1]! / STEPS]);
		points.push(points[0]!);
		return points;
	};
	return {
		type: 'MultiPolygon',
		coordinates: shape.map((polygon) => polygon.map(degrees)),
	};
}
