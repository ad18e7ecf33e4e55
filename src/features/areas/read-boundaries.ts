import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { areaOfFeature, shapeOfFeature, type BoundaryArea } from './boundary-feature.ts';
import { BoundaryError, type BoundaryNote } from './boundary-problem.ts';
import { FeatureReader } from './geojson-features.ts';
import { encodeShape, type Shape } from './shape.ts';
import { simplifyShapes } from './simplify-shapes.ts';

/** An area with its shapes as they are stored. */
export interface StoredShape extends BoundaryArea {
	fine: Uint8Array;
	coarse: Uint8Array;
}

export interface Boundaries {
	areas: StoredShape[];
	/** The year that the features say, when they all say the same. */
	year: number | null;
	notes: BoundaryNote[];
}

/** The most points that are worked through: the neighbourhoods of the whole country at full detail are about half. */
const MOST_POINTS = 8_000_000;

/** The most bytes that the files hold when they are unpacked: several times the whole country. A small file may unpack without end. */
const MOST_BYTES = 3_000_000_000;

/**
 * Reads boundaries out of GeoJSON files (packed with gzip or not), one collection in one or more files: gemeenten,
 * wijken and buurten, together or apart. Holds one feature as text at a time. Water of a municipality that also has
 * land is left out. Throws a `BoundaryError`.
 */
export async function readBoundaries(
	locations: readonly string[],
	mostBytes = MOST_BYTES,
): Promise<Boundaries> {
	const found = new Map<string, { area: BoundaryArea; shape: Shape }>();
	const unusable = new Set<string>();
	const seen: string[] = [];
	let withoutCode = 0;
	let points = 0;
	let bytes = 0;
	for (const location of locations) {
		const reader = new FeatureReader();
		for await (const piece of textOf(location)) {
			bytes += piece.length;
			if (bytes > mostBytes) throw new BoundaryError({ code: 'too_much_work' });
			for (const raw of reader.read(piece)) {
				const area = areaOfFeature(raw);
				if (!area) {
					withoutCode += 1;
					if (seen.length === 0) seen.push(...Object.keys(raw.properties).slice(0, 12));
					continue;
				}
				const shape = shapeOfFeature(raw);
				if (!shape) {
					unusable.add(area.code);
					continue;
				}
				points += shape.flat().reduce((sum, ring) => sum + ring.length / 2, 0);
				if (points > MOST_POINTS)
					throw new BoundaryError({ code: 'too_many_points', limit: MOST_POINTS });
				add(found, area, shape);
			}
		}
		reader.end();
	}
	if (found.size === 0)
		throw new BoundaryError(
			withoutCode > 0 ? { code: 'no_codes', properties: seen } : { code: 'nothing_usable' },
		);
	return {
		areas: stored([...found.values()]),
		year: onlyOne([...found.values()].map(({ area }) => area.year)),
		notes: notesOf(
			[...unusable].filter((code) => !found.has(code)),
			withoutCode,
		),
	};
}

/** An area may come in parts: those on land belong together, water counts only where there is no land. */
function add(
	found: Map<string, { area: BoundaryArea; shape: Shape }>,
	area: BoundaryArea,
	shape: Shape,
): void {
	const before = found.get(area.code);
	if (!before || (before.area.isWater && !area.isWater)) found.set(area.code, { area, shape });
	else if (before.area.isWater === area.isWater)
		found.set(area.code, { area: before.area, shape: [...before.shape, ...shape] });
}

/** Simplified per level: a wijk shares its border with wijken, not with its own buurten. */
function stored(found: readonly { area: BoundaryArea; shape: Shape }[]): StoredShape[] {
	const levels = new Set(found.map(({ area }) => area.level));
	return [...levels].flatMap((level) => {
		const same = found.filter(({ area }) => area.level === level);
		const simple = simplifyShapes(same.map(({ shape }) => shape));
		return same.map(({ area }, index) => ({
			...area,
			fine: encodeShape(simple[index]!.fine),
			coarse: encodeShape(simple[index]!.coarse),
		}));
	});
}

function onlyOne(years: readonly (number | null)[]): number | null {
	const [year, ...others] = new Set(years);
	return others.length === 0 ? (year ?? null) : null;
}

function notesOf(unusable: string[], withoutCode: number): BoundaryNote[] {
	return [
		...(unusable.length > 0 ? [{ code: 'unusable' as const, areas: unusable.toSorted() }] : []),
		...(withoutCode > 0 ? [{ code: 'without_code' as const, count: withoutCode }] : []),
	];
}

async function* textOf(location: string): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for await (const piece of await unpacked(location))
			yield decoder.decode(piece as Buffer, { stream: true });
		yield decoder.decode();
	} catch (error) {
		if (error instanceof BoundaryError) throw error;
		// No UTF-8, or gzip that is broken: not the text that it should be.
		throw new BoundaryError({ code: 'not_json' }, { cause: error });
	}
}

async function unpacked(location: string): Promise<Readable> {
	const start = createReadStream(location, { end: 1 });
	const chunks: Buffer[] = [];
	for await (const chunk of start) chunks.push(chunk as Buffer);
	const [first, second] = Buffer.concat(chunks);
	const file = createReadStream(location, { highWaterMark: 256 * 1024 });
	return first === 0x1f && second === 0x8b ? file.pipe(createGunzip()) : file;
}
