import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { areaOfFeature, shapeOfFeature } from './boundary-feature.ts';
import { FeatureReader, type RawFeature } from './geojson-features.ts';
import { readBoundaries } from './read-boundaries.ts';
import { decodeShape, encodeShape, geometryOf, turned, type Shape } from './shape.ts';
import { simplifyShapes } from './simplify-shapes.ts';

const feature = (properties: Record<string, unknown>, geometry: unknown = null): RawFeature => ({
	row: 1,
	properties,
	geometry,
});
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const box = (west: number, south: number, east: number, north: number) => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south],
];
const hole = box(5.92, 51.97, 5.93, 51.98);
const outer = box(5.9, 51.95, 5.95, 52);

describe('a feature', () => {
	test.each([
		[
			'PDOK',
			{
				buurtcode: 'BU02020101',
				buurtnaam: 'Markt',
				wijkcode: 'WK020201',
				gemeentecode: 'GM0202',
				jaar: 2023,
			},
			'BU02020101',
			'Markt',
			2023,
		],
		[
			'older files of CBS',
			{ BU_CODE: 'BU02020101', BU_NAAM: 'Markt', WK_CODE: 'WK020201', GM_CODE: 'GM0202' },
			'BU02020101',
			'Markt',
			null,
		],
		[
			'a map of wijken',
			{ wijkcode: 'WK02020A', wijknaam: 'Centrum ', gemeentenaam: 'Arnhem' },
			'WK02020A',
			'Centrum',
			null,
		],
		[
			'PDOK’s administrative areas',
			{ statcode: 'GM0202', statnaam: 'Arnhem' },
			'GM0202',
			'Arnhem',
			null,
		],
		['other files', { code: 'wk020201', name: 'Centrum' }, 'WK020201', 'Centrum', null],
		['no name', { wijkcode: 'WK020201' }, 'WK020201', null, null],
	])('of %s tells its code, name and year', (_what, properties, code, name, year) => {
		expect(areaOfFeature(feature(properties))).toMatchObject({ code, name, year });
	});

	test('without a code of CBS is none of ours', () => {
		expect(areaOfFeature(feature({ code: 'NL33', id: 7 }))).toBeNull();
	});

	test('is water when CBS says so, and approximate when its maker does', () => {
		const one = (more: object) => areaOfFeature(feature({ buurtcode: 'BU02020101', ...more }));
		expect(
			[one({ water: 'JA' }), one({ water: 'B' }), one({ h2o: 'NEE' })].map((area) => area!.isWater),
		).toEqual([true, true, false]);
		expect(one({ nauwkeurigheid: 'benaderd (~50-100 m)' })!.isApproximate).toBe(true);
	});

	test('has its outer ring first and clockwise, whatever order and direction the file has', () => {
		const want = shapeOfFeature(feature({}, polygon(outer, hole)))!;
		expect(want[0]!.map((ring) => turned(ring) > 0)).toEqual([true, false]);
		for (const rings of [
			[hole, outer],
			[outer.toReversed(), hole],
			[outer, hole.toReversed()],
		]) {
			const got = shapeOfFeature(feature({}, polygon(...rings)))!;
			expect(got[0]!.map((ring) => [turned(ring), ring.length])).toEqual(
				want[0]!.map((ring) => [turned(ring), ring.length]),
			);
		}
	});

	test('loses points that fall together, rings that enclose nothing, and heights', () => {
		const flat = [
			[5.9, 51.9],
			[5.91, 51.9],
			[5.9, 51.9],
		];
		const shape = shapeOfFeature(
			feature(
				{},
				polygon(
					outer.flatMap(([x, y]) => [
						[x!, y!, 12],
						[x!, y!, 12],
					]),
					flat,
				),
			),
		)!;
		expect(shape[0]!.map((ring) => ring.length / 2)).toEqual([4]);
	});

	test('may be in metres of the Dutch grid', () => {
		const shape = shapeOfFeature(
			feature(
				{},
				polygon([
					[190_000, 444_000],
					[191_000, 444_000],
					[191_000, 445_000],
					[190_000, 444_000],
				]),
			),
		)!;
		const [[x, y]] = geometryOf(shape).coordinates[0]![0]! as [[number, number]];
		expect(x).toBeCloseTo(5.9, 1);
		expect(y).toBeCloseTo(51.98, 1);
	});

	test.each([
		null,
		{ type: 'Polygon' },
		{ type: 'Point', coordinates: [5, 52] },
		polygon(),
		polygon([[5, 52]]),
		polygon([
			['a', 'b'],
			[1, 2],
			[3, 4],
		] as never),
	])('that cannot be drawn is said to be so: %j', (geometry) => {
		expect(shapeOfFeature(feature({}, geometry))).toBeNull();
	});
});

describe('reading in pieces', () => {
	const name = fc.string().filter((text) => !text.includes('\u2028'));
	const features = fc.array(fc.record({ name, deep: fc.jsonValue() }), {
		minLength: 1,
		maxLength: 6,
	});

	test('gives the same features however the text is cut', () => {
		fc.assert(
			fc.property(
				features,
				name,
				fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
				(many, title, cuts) => {
					const text = JSON.stringify({
						type: 'FeatureCollection',
						name: title,
						crs: { type: 'name', features: 'no' },
						features: many.map((properties) => ({ type: 'Feature', properties, geometry: null })),
					});
					const reader = new FeatureReader();
					const found: unknown[] = [];
					for (let at = 0; at < text.length;) {
						const size = cuts.next().value ?? 1;
						for (const { properties } of reader.read(text.slice(at, at + size)))
							found.push(properties);
						at += size;
					}
					reader.end();
					expect(found).toEqual(many.map((one) => JSON.parse(JSON.stringify(one)) as unknown));
				},
			),
		);
	});
});

describe('a shape in bytes', () => {
	const ring = fc
		.array(fc.integer({ min: 200_000, max: 5_700_000 }), { minLength: 6, maxLength: 40 })
		.map((numbers) => (numbers.length % 2 ? numbers.slice(1) : numbers));
	const shape = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), {
		minLength: 1,
		maxLength: 3,
	});

	test('comes out as it went in', () => {
		fc.assert(
			fc.property(shape, (one) => {
				expect(decodeShape(encodeShape(one))).toEqual(one);
			}),
		);
	});
});

describe('simplifying', () => {
	/** Two neighbours with a crooked border between them, from south to north. */
	const border = Array.from({ length: 200 }, (_, index) => [
		590_000 + Math.round(30 * Math.sin(index / 3) + 8 * Math.sin(index * 2.3)),
		5_195_000 + index * 10,
	]);
	const west: Shape = [[[580_000, 5_196_990, ...border.toReversed().flat(), 580_000, 5_195_000]]];
	const east: Shape = [[[...border.flat(), 600_000, 5_196_990, 600_000, 5_195_000]]];

	test('leaves neighbours with the same border, of fewer points', () => {
		for (const detail of ['fine', 'coarse'] as const) {
			const [one, other] = simplifyShapes([west, east]).map((shapes) => corners(shapes[detail]));
			const shared = one!.filter((corner) => other!.includes(corner));
			const inner = (list: string[]) => list.filter((corner) => !/^(580000|600000) /.test(corner));
			expect(shared).toEqual(expect.arrayContaining(inner(one!)));
			expect(inner(other!).toSorted()).toEqual(inner(one!).toSorted());
			expect(one!.length).toBeLessThan(detail === 'fine' ? 150 : 40);
		}
	});

	test('leaves an area that is smaller than the detail, and turns it the right way', () => {
		const tiny: Shape = [
			[[590_000, 5_195_000, 590_000, 5_195_020, 590_020, 5_195_020, 590_020, 5_195_000]],
		];
		const [{ coarse }] = simplifyShapes([tiny, west]) as [{ coarse: Shape }, unknown];
		expect(coarse[0]![0]!.length).toBeGreaterThanOrEqual(6);
		expect(turned(coarse[0]![0]!)).toBeGreaterThan(0);
	});

	function corners(shape: Shape): string[] {
		return shape
			.flat()
			.flatMap((ring) =>
				Array.from(
					{ length: ring.length / 2 },
					(_, index) => `${ring[2 * index]} ${ring[2 * index + 1]}`,
				),
			);
	}
});

test('a small packed file that unpacks without end is left when there is too much of it', async () => {
	const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-boundaries-')), 'bomb.gz');
	writeFileSync(
		file,
		gzipSync(`{"type":"FeatureCollection","features":[${' '.repeat(3_000_000)}]}`),
	);
	await expect(readBoundaries([file], 1_000_000)).rejects.toMatchObject({ problem: { code: 'too_much_work' } }); // prettier-ignore
	await expect(readBoundaries([file])).rejects.toMatchObject({ problem: { code: 'no_features' } }); // prettier-ignore
});

describe.skipIf(!hasSharedData)('the published files', () => {
	test('of Baarn hold its 21 buurten, of 2024', async () => {
		const { areas, year, notes } = await readBoundaries([
			sharedData('baarn-2016-2025/baarn_buurten.geojson'),
		]);
		expect([areas.length, year, notes]).toEqual([21, 2024, []]);
		expect(areas[0]).toMatchObject({ code: 'BU03080000', name: 'Centrum', parentCode: 'WK030800' });
	});

	test('of Arnhem say that they are approximate', async () => {
		const { areas } = await readBoundaries([
			sharedData('boundaries/buurten-2024-GM0202-approximate.geojson'),
		]);
		expect(areas).toHaveLength(83);
		expect(areas.every(({ isApproximate }) => isApproximate)).toBe(true);
	});

	test('of the country are light enough for one page', async () => {
		const { areas } = await readBoundaries([
			sharedData('boundaries/wijken_2022.geojson'),
			sharedData('boundaries/gemeenten_2022.geojson'),
		]);
		const bytes = (level: string) =>
			areas
				.filter((area) => area.level === level)
				.reduce((sum, { coarse }) => sum + coarse.length, 0);
		expect(areas).toHaveLength(3340 + 345);
		expect(bytes('district')).toBeLessThan(250_000);
		expect(bytes('municipality')).toBeLessThan(80_000);
	}, 20_000);
});
