import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { anyone } from '#kernel/policy.ts';
import { readConfig } from '#server/config.ts';
import { sourceServer, type SourceServer } from '#server/fetching/source-server.test-data.ts';
import { setRuntime } from '#server/runtime.ts';
import { keepUpload, uploadedFiles } from '#server/uploads.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { testWorld } from '#tests/support/world.ts';
import * as v from 'valibot';
import { historyOf } from './area-history.ts';
import { codeChanges } from './area-history.server.ts';
import { areaStory } from './area-story.server.ts';
import { mapShapes } from './area-shapes.server.ts';
import { listAreas } from './area.queries.server.ts';
import {
	fetchBoundaries,
	receiveBoundaries,
	withdrawChanges,
} from './boundary-import.commands.server.ts';
import { runBoundaryImport } from './boundary-import-job.server.ts';
import { listBoundaries, readBoundaryImport } from './boundary-import.queries.server.ts';

const { kernel, home, elsewhere, database } = await testWorld();
const dataDir = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
setRuntime({ config: readConfig({ DATA_DIR: dataDir }), database });
afterAll(() => rmSync(dataDir, { recursive: true }));
let server: SourceServer | undefined;
afterEach(async () => {
	await server?.close();
	server = undefined;
});

const { analyst } = home.members;
const square = (west: number, south: number, side = 0.01) => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[west + side, south],
			[west + side, south + side],
			[west, south + side],
			[west, south],
		],
	],
});
const buurt = (code: string, name: string, geometry: object, more = {}) => ({
	type: 'Feature',
	properties: { buurtcode: code, buurtnaam: name, wijkcode: `WK${code.slice(2, 8)}`, ...more },
	geometry,
});
const collection = (...features: object[]) =>
	JSON.stringify({ type: 'FeatureCollection', features });

async function importFile(
	content: string | Buffer,
	input: { kind?: 'shapes' | 'changes'; year?: number; name?: string } = {},
) {
	const id = newId();
	async function* pieces() {
		yield Buffer.from(content);
	}
	await keepUpload(id, 1, input.name ?? 'grenzen.geojson', pieces());
	const { kind = 'shapes', year = null } = input;
	await kernel.run(analyst, receiveBoundaries, { kind, year }, id);
	await runBoundaryImport(kernel, { municipalityId: home.id, importId: id });
	return kernel.ask(analyst, readBoundaryImport, { importId: id });
}

/** What a function that takes a reader gives, as the public sees it. */
function read<T extends object>(
	work: (reader: Reader, municipalityId: string) => Promise<T>,
): Promise<T> {
	const asking = query({
		name: 'test.read',
		summary: 'Reads for a test.',
		input: v.object({}),
		subject: nothing,
		allow: anyone,
		run: ({ reader }) => work(reader, home.id),
	});
	return kernel.ask(home.visitor, asking, {});
}

const shapesOf = (
	level: 'neighbourhood' | 'district' | 'municipality',
	within: string | null,
	year: number,
) => read((reader, id) => mapShapes(reader, id, { level, within, year }));
const codesOf = ({ shapes }: { shapes: { code: string }[] }) => shapes.map(({ code }) => code);

describe('boundaries from a file', () => {
	it('bring areas, names and shapes, of the year that is said, the file or its name says', async () => {
		const two = collection(
			buurt('BU02020901', 'Oostkant', square(5.9, 51.98)),
			buurt('BU02020902', 'Oud-Westkant', square(5.91, 51.98)),
		);
		expect(await importFile(two, { name: 'buurten_2021.geojson' })).toMatchObject({
			state: 'done',
			items: 2,
			year: 2021,
			problem: null,
		});
		expect((await importFile(two, { year: 2019 })).year).toBe(2019);
		const { shapes, boundaryYear } = await shapesOf('neighbourhood', 'GM0202', 2021);
		expect(boundaryYear).toBe(2021);
		expect(shapes.map(({ code, name }) => [code, name])).toEqual([
			['BU02020901', 'Oostkant'],
			['BU02020902', 'Oud-Westkant'],
		]);
		expect(await uploadedFiles('nothing').catch(() => [])).toEqual([]);
	});

	it('are those of the nearest year when the asked one is not there, which is said', async () => {
		expect(await shapesOf('neighbourhood', 'GM0202', 2024)).toMatchObject({
			askedYear: 2024,
			boundaryYear: 2021,
		});
		expect(await shapesOf('neighbourhood', 'GM0202', 2020)).toMatchObject({ boundaryYear: 2021 });
		expect(await shapesOf('district', 'GM0202', 2020)).toMatchObject({
			boundaryYear: null,
			shapes: [],
		});
		expect(codesOf(await shapesOf('neighbourhood', 'GM0203', 2021))).toEqual([]);
		expect(codesOf(await shapesOf('neighbourhood', 'WK020209', 2021))).toHaveLength(2);
	});

	it('make place for new ones of the same area and year', async () => {
		await importFile(collection(buurt('BU02020901', 'Oostkant', square(5.8, 51.98))), {
			year: 2021,
		});
		const { shapes } = await shapesOf('neighbourhood', 'GM0202', 2021);
		expect(shapes).toHaveLength(2);
		expect(shapes[0]!.geometry.coordinates[0]![0]![0]).toEqual([5.8, 51.99]);
	});

	it.each([
		['a web page', '<!doctype html><title>Log in</title>', { code: 'not_json' }],
		['other JSON', '{"value": [1, 2]}', { code: 'no_features' }],
		[
			'half a file',
			collection(buurt('BU02020901', 'A', square(5.9, 51.98))).slice(0, -2),
			{ code: 'broken_off', after: 1 },
		],
		[
			'no codes',
			collection({ type: 'Feature', properties: { id: 7 }, geometry: square(5.9, 51.98) }),
			{ code: 'no_codes', properties: ['id'] },
		],
		[
			'a place abroad',
			collection(buurt('BU02020901', 'A', square(13.4, 52.5))),
			{ code: 'outside', row: 1, x: 13.4, y: 52.5 },
		],
		[
			'latitude first',
			collection(buurt('BU02020901', 'A', square(51.98, 5.9))),
			{ code: 'swapped', row: 1 },
		],
		[
			'only a point',
			collection(buurt('BU02020901', 'A', { type: 'Point', coordinates: [5.9, 52] })),
			{ code: 'nothing_usable' },
		],
	])('%s is refused with a reason, and changes nothing', async (_what, content, problem) => {
		expect(await importFile(content, { year: 1999 })).toMatchObject({ state: 'failed', problem });
		expect((await kernel.ask(analyst, listBoundaries, {})).map(({ year }) => year)).not.toContain(
			1999,
		);
	});

	it('without any year are refused', async () => {
		const one = collection(buurt('BU02020901', 'A', square(5.9, 51.98)));
		expect(await importFile(one)).toMatchObject({ state: 'failed', problem: { code: 'no_year' } });
	});

	it('belong to one municipality only', async () => {
		expect(await kernel.ask(elsewhere.members.analyst, listBoundaries, {})).toEqual([]);
	});
});

describe('boundaries from PDOK', () => {
	const page = (features: object[], next: string | null) => ({
		json: {
			type: 'FeatureCollection',
			features,
			links: [
				{ rel: 'self', href: '/self', type: 'application/geo+json' },
				...(next ? [{ rel: 'next', href: next, type: 'application/geo+json' }] : []),
			],
		},
	});
	const wijk = (code: string, west: number) => ({
		type: 'Feature',
		properties: { wijkcode: code, wijknaam: `Wijk ${code}`, gemeentecode: 'GM0546', water: 'NEE' },
		geometry: square(west, 52.1),
	});

	it('come page by page, and once more when an answer fails half-way', async () => {
		const base = '/wijken-en-buurten-2023/ogc/v1/collections/wijken/items';
		server = await sourceServer((asked, times) => {
			if (asked === `${base}?f=json&limit=1000`)
				return page([wijk('WK054600', 4.4), wijk('WK054601', 4.41)], `${base}?cursor=b`);
			if (asked !== `${base}?cursor=b`) return undefined;
			return times === 1
				? (response) =>
						void response
							.writeHead(200, { 'content-length': '999' })
							.write('{"type"', () => response.destroy())
				: page([wijk('WK054602', 4.42)], null);
		});
		setRuntime({
			config: readConfig({ DATA_DIR: dataDir, PDOK_URL: server.address.href }),
			database,
		});
		const id = newId();
		await kernel.run(analyst, fetchBoundaries, { year: 2023, level: 'district' }, id);
		await runBoundaryImport(kernel, { municipalityId: home.id, importId: id });
		expect(await kernel.ask(analyst, readBoundaryImport, { importId: id })).toMatchObject({
			state: 'done',
			items: 3,
			year: 2023,
		});
		expect((await shapesOf('district', 'GM0546', 2023)).origins).toEqual([
			'CBS en Kadaster, via PDOK, CC BY 4.0',
		]);
		expect(codesOf(await shapesOf('district', 'GM0546', 2023))).toEqual([
			'WK054600',
			'WK054601',
			'WK054602',
		]);
	}, 20_000);

	it('of a year that PDOK does not have are refused with where it was asked', async () => {
		server = await sourceServer(() => undefined);
		setRuntime({
			config: readConfig({ DATA_DIR: dataDir, PDOK_URL: server.address.href }),
			database,
		});
		const id = newId();
		await kernel.run(analyst, fetchBoundaries, { year: 2009, level: 'municipality' }, id);
		await runBoundaryImport(kernel, { municipalityId: home.id, importId: id });
		expect(await kernel.ask(analyst, readBoundaryImport, { importId: id })).toMatchObject({
			state: 'failed',
			problem: { code: 'fetching', problem: 'not_found', host: server.address.host },
		});
	});
});

describe('changes of codes', () => {
	const table = [
		'oude code;nieuwe code;jaar;aandeel',
		'BU02020801;BU02020811;2021;1',
		'BU02020802;BU02020812;2021;35%',
		'BU02020802;BU02020813;2021;0,65',
	].join('\n');

	async function history(code: string) {
		const { changes, years } = await read((reader, m) => codeChanges(reader, m, [code]));
		return historyOf(code, changes, years);
	}

	it('are followed through the years, until they are taken back', async () => {
		const { id, state, items } = await importFile(table, {
			kind: 'changes',
			name: 'wijzigingen.csv',
		});
		expect([state, items]).toEqual(['done', 3]);
		const renumbered = await history('BU02020811');
		expect(renumbered.map(({ codes, relation }) => [codes, relation])).toEqual([
			[['BU02020811'], 'same'],
			[['BU02020801'], 'same'],
		]);
		const split = await history('BU02020812');
		expect(split[1]).toMatchObject({
			codes: ['BU02020802'],
			shares: [0.35],
			relation: 'break',
			reason: 'split',
		});
		const { after } = await read((reader, m) => areaStory(reader, m, 'BU02020802'));
		expect([after?.year, after?.areas.map(({ code, share }) => [code, share])]).toEqual([
			2021,
			[
				['BU02020813', 0.65],
				['BU02020812', 0.35],
			],
		]);
		await kernel.run(analyst, withdrawChanges, { importId: id }, newId());
		expect(await history('BU02020811')).toHaveLength(1);
	});

	it('with mistakes are refused with all of them, by row', async () => {
		const wrong = `${table}\nBU02020801;XX;2021;1\nBU0202080A;WK020208;2021;\nBU02020801;BU02020811;2021;1\nBU02020803;BU02020814;2021;135%`;
		expect(await importFile(wrong, { kind: 'changes' })).toMatchObject({
			state: 'failed',
			problem: {
				code: 'wrong_changes',
				total: 5,
				rows: [
					{ row: 5, problem: 'not_a_code', text: 'XX' },
					{ row: 6, problem: 'other_level' },
					{ row: 7, problem: 'twice' },
					{ row: 7, problem: 'too_much' },
					{ row: 8, problem: 'not_a_share', text: '135%' },
				],
			},
		});
		expect(await importFile('naam;aantal\nA;1', { kind: 'changes' })).toMatchObject({
			problem: { code: 'no_code_columns', columns: ['naam', 'aantal'] },
		});
	});
});

describe.skipIf(!hasSharedData)('the published boundaries', () => {
	it('of the whole country give a light map, and names to find areas by', async () => {
		const file = readFileSync(sharedData('boundaries/wijken_2022.geojson'));
		expect(await importFile(file, { name: 'wijken_2022.geojson' })).toMatchObject({
			state: 'done',
			items: 3340,
			year: 2022,
		});
		const country = await shapesOf('district', null, 2022);
		expect(country.shapes).toHaveLength(3340);
		expect((await shapesOf('district', 'GM0202', 2022)).shapes).toHaveLength(24);
		const { items, by } = await kernel.ask(home.visitor, listAreas, { search: 'oud zuid' });
		expect(by).toBe('name');
		expect(items.every(({ name }) => /oud.?zuid/i.test(name))).toBe(true);
	}, 30_000);
});
