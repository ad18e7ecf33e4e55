import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { parseAreaCode } from '#features/areas/area-code.ts';
import {
	receiveBoundaries,
	withdrawChanges,
} from '#features/areas/boundary-import.commands.server.ts';
import { runBoundaryImport } from '#features/areas/boundary-import-job.server.ts';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import { showIndicator } from '#features/figures/indicator.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { readConfig } from '#server/config.ts';
import { setRuntime } from '#server/runtime.ts';
import type { Tx } from '#server/database/handles.ts';
import { writing } from '#server/database/transaction.ts';
import { keepUpload } from '#server/uploads.server.ts';
import { testWorld } from '#tests/support/world.ts';
import { valuesOverTime } from '#features/figures/values-over-time.server.ts';
import { storeAreas } from './area-store.server.ts';
import { storeFigures } from './figure-store.server.ts';
import { importFigures } from './import-figures.server.ts';
import { country, memoryFile, smallCsv } from './memory-file.test-data.ts';

const { kernel, home, clock, database } = await testWorld();
const dataDir = mkdtempSync(path.join(tmpdir(), 'followed-'));
setRuntime({ config: readConfig({ DATA_DIR: dataDir }), database });
afterAll(() => rmSync(dataDir, { recursive: true }));
const municipalityId = home.id;
const { analyst } = home.members;

const gemeente = '1;GM0202;Arnhem;Gemeente;GM0202;161348;48';
const buurt = (code: string, residents: string, share: string) =>
	`9;${code};Arnhem;Buurt;${code};${residents};${share}`;

/** In 2020 01 is called 11, 02 and 03 are 12 together, 04 is split into 14 and 15, and 05 took in 06. */
const years = {
	84583: [
		['BU02020001', '100', '10'],
		['BU02020002', '200', '20'],
		['BU02020003', '300', '30'],
		['BU02020004', '400', '40'],
		['BU02020005', '500', '50'],
		['BU02020006', '.', '60'],
	],
	84799: [
		['BU02020011', '110', '11'],
		['BU02020012', '510', '26'],
		['BU02020014', '150', '41'],
		['BU02020015', '260', '42'],
		['BU02020005', '1100', '55'],
	],
} as const;
const crosswalk = [
	'oude code;nieuwe code;jaar',
	'BU02020001;BU02020011;2020',
	'BU02020002;BU02020012;2020',
	'BU02020003;BU02020012;2020',
	'BU02020004;BU02020014;2020',
	'BU02020004;BU02020015;2020',
	'BU02020006;BU02020005;2020',
].join('\n');

async function importYear(table: keyof typeof years, year: number) {
	const lines = years[table].map(([code, residents, share]) => buurt(code, residents, share));
	const file = memoryFile(`kwb${year}.csv`, smallCsv(country, gemeente, ...lines));
	await writing(kernel.pool, scopeOf(home.system), {
		async work(tx) {
			const options = { table: `${table}NED` };
			const outcome = await importFigures(tx, [file], {
				municipalityId,
				now: clock.now(),
				options,
			});
			return { outcome };
		},
	});
}

async function importCrosswalk(): Promise<string> {
	const id = newId();
	await keepUpload(id, 1, 'wijzigingen.csv', (async function* () {
		yield Buffer.from(crosswalk);
	})()); // prettier-ignore
	await kernel.run(analyst, receiveBoundaries, { kind: 'changes', year: null }, id);
	await runBoundaryImport(kernel, { municipalityId, importId: id });
	return id;
}

/** Of the number of residents and of a percentage: each year with its value or why there is none, and what broke it. */
async function courses(code: string) {
	const { lines } = await kernel.ask(home.visitor, showProfile, { code });
	const of = async (id: string) => {
		const { courses: found } = await kernel.ask(home.visitor, showIndicator, {
			id,
			areaCode: code,
		});
		return found[0]?.values.map(({ period, measured, brokenBy, formerCodes }) => [
			period,
			'value' in measured ? measured.value : measured.missing,
			brokenBy && `${brokenBy.reason} ${brokenBy.codes.join('+')}`,
			formerCodes.join('+'),
		]);
	};
	const smallTrend = (measure: RegExp) =>
		lines
			.find((line) => measure.test(line.measure))
			?.years.map(({ period, own, brokenBy }) => [period, own, brokenBy?.reason ?? null]);
	const share = lines.find((line) => /eengezins/i.test(line.measure))!;
	return {
		count: await of('residents'),
		share: await of(share.indicator ?? `${share.family}:${share.measure}`),
		smallCount: smallTrend(/inwoners/i),
		smallShare: smallTrend(/eengezins/i),
	};
}

it('follows renumbered codes, adds up counts of merged ones, and breaks at everything else', async () => {
	await importYear(84583, 2019);
	await importYear(84799, 2020);
	// Without a file nothing is known: a new code begins, and one that took in another looks as if it went on.
	expect((await courses('BU02020011')).count).toEqual([['2020', 110, null, '']]);
	expect((await courses('BU02020012')).smallCount).toEqual([['2020', 510, null]]);
	const file = await importCrosswalk();

	expect(await courses('BU02020011')).toEqual({
		count: [
			['2019', 100, null, 'BU02020001'],
			['2020', 110, null, ''],
		],
		share: [
			['2019', 10, null, 'BU02020001'],
			['2020', 11, null, ''],
		],
		smallCount: [
			['2019', 100, null],
			['2020', 110, null],
		],
		smallShare: [
			['2019', 10, null],
			['2020', 11, null],
		],
	});
	const merged = 'merged BU02020002+BU02020003';
	expect(await courses('BU02020012')).toEqual({
		count: [
			['2019', 500, null, 'BU02020002+BU02020003'],
			['2020', 510, null, ''],
		],
		share: [
			['2019', 'not_published', null, ''],
			['2020', 26, merged, ''],
		],
		smallCount: [
			['2019', 500, null],
			['2020', 510, null],
		],
		smallShare: [
			['2019', null, null],
			['2020', 26, 'merged'],
		],
	});
	for (const [code, count] of [['BU02020014', 150], ['BU02020015', 260]] as const)
		expect(await courses(code)).toMatchObject({
			count: [
				['2019', 'not_published', null, ''],
				['2020', count, 'split BU02020004', ''],
			],
			smallShare: [
				['2019', null, null],
				['2020', expect.any(Number), 'split'],
			],
		}); // prettier-ignore
	// One missing part makes the sum missing, with its reason; the share of the code itself stands before the break.
	expect(await courses('BU02020005')).toMatchObject({
		count: [
			['2019', 'unknown_or_secret', null, 'BU02020005+BU02020006'],
			['2020', 1100, null, ''],
		],
		share: [
			['2019', 50, null, ''],
			['2020', 55, 'merged BU02020005+BU02020006', ''],
		],
		smallCount: [
			['2019', null, null],
			['2020', 1100, null],
		],
	});
	expect((await courses('BU02020004')).count).toEqual([['2019', 400, null, '']]);

	const story = async (code: string) => {
		const { story: found } = await kernel.ask(home.visitor, showProfile, { code });
		return [found.before, found.after].map(
			(event) => event && `${event.kind} ${event.year} ${event.areas.map((area) => area.code + (area.isKnown ? '' : '?')).join('+')}`,
		); // prettier-ignore
	};
	expect(await story('BU02020001')).toEqual([null, 'renumbered 2020 BU02020011']);
	expect(await story('BU02020011')).toEqual(['renumbered 2020 BU02020001', null]);
	expect(await story('BU02020012')).toEqual(['merged 2020 BU02020002+BU02020003', null]);
	expect(await story('BU02020014')).toEqual(['split 2020 BU02020004', null]);
	expect(await story('BU02020004')).toEqual([null, 'split 2020 BU02020014+BU02020015']);
	expect(await story('BU02020005')).toEqual(['took_in 2020 BU02020006', null]);
	expect(await story('GM0202')).toEqual([null, null]);

	await kernel.run(analyst, withdrawChanges, { importId: file }, newId());
	expect((await courses('BU02020011')).count).toEqual([['2020', 110, null, '']]);
});

/** Smallest pieces of land that never change, each with people; every year each belongs to one area. */
interface Country {
	people: number[];
	/** By year, the code of each piece. */
	codes: string[][];
}

const countries: fc.Arbitrary<Country> = fc
	.record({
		people: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 6, maxLength: 9 }),
		happenings: fc.array(
			fc.array(fc.constantFrom('stays', 'renumbered', 'merged', 'split', 'joined'), { minLength: 3, maxLength: 5 }),
			{ minLength: 1, maxLength: 3 },
		),
	})
	.map(({ people, happenings }) => {
		let next = 10;
		const fresh = () => `BU020203${next++}`;
		const first = people.map((_, piece) => `BU0202020${piece >> 1}`);
		const codes = [first];
		for (const year of happenings) {
			const now = [...codes.at(-1)!];
			const areas = [...new Set(now)];
			const move = (from: string, to: string) => now.forEach((code, at) => code === from && (now[at] = to)); // prettier-ignore
			for (const what of year) {
				const one = areas.shift();
				if (!one) break;
				if (what === 'renumbered') move(one, fresh());
				const other = what === 'merged' || what === 'joined' ? areas.shift() : undefined;
				if (other && what === 'joined') move(other, one);
				if (other && what === 'merged') {
					const both = fresh();
					move(one, both);
					move(other, both);
				}
				const pieces = now.flatMap((code, at) => (code === one ? [at] : []));
				if (what === 'split' && pieces.length > 1) {
					const half = fresh();
					for (const at of pieces.slice(1)) now[at] = half;
				}
			}
			codes.push(now);
		}
		return { people, codes };
	}); // prettier-ignore

const piecesOf = (codes: readonly string[], wanted: readonly string[]) =>
	codes.flatMap((code, piece) => (wanted.includes(code) ? [piece] : []));

/** The plain reference: back a year at a time over the pieces, as long as no area on the way fell apart. */
function referenceOf({ people, codes }: Country, code: string): Map<number, number> {
	const counts = new Map<number, number>();
	let wanted = [code];
	for (let year = codes.length - 1; year >= 0; year -= 1) {
		const pieces = piecesOf(codes[year]!, wanted);
		counts.set(
			year,
			pieces.reduce((sum, piece) => sum + people[piece]!, 0),
		);
		if (year === 0) break;
		const before = [...new Set(pieces.map((piece) => codes[year - 1]![piece]!))];
		const fellApart = before.some((one) => new Set(piecesOf(codes[year - 1]!, [one]).map((piece) => codes[year]![piece])).size > 1); // prettier-ignore
		if (fellApart) break;
		wanted = before;
	}
	return counts;
}

/** What a file of changes would say of it: a row for every code that is not simply itself. */
function changesOf({ codes }: Country) {
	return codes.slice(1).flatMap((now, index) => {
		const before = codes[index]!;
		const pairs = new Set(before.map((code, piece) => `${code} ${now[piece]}`));
		return [...pairs]
			.map((pair) => pair.split(' ') as [string, string])
			.filter(([from, to]) => from !== to)
			.map(([from, to]) => ({ year: 2016 + index, from, to }));
	});
}

class Enough extends Error {}

async function storeCountry(tx: Tx, { people, codes }: Country) {
	const importId = newId();
	const now = clock.now();
	await tx
		.insertInto('boundary_import')
		.values({ municipality_id: municipalityId, id: importId, kind: 'changes', source: 'file', file_name: 'a', state: 'done', created_at: now })
		.execute(); // prettier-ignore
	const changes = changesOf({ people, codes });
	if (changes.length > 0)
		await tx
			.insertInto('area_change')
			.values(changes.map(({ year, from, to }) => ({ municipality_id: municipalityId, year, from_code: from, to_code: to, import_id: importId })))
			.execute(); // prettier-ignore
	for (const [index, year] of codes.entries()) {
		const id = newId();
		await tx
			.insertInto('publication')
			.values({ municipality_id: municipalityId, id, table_id: `T${index}`, family: 'people', title: 'T', publisher: 'P', licence: 'L', period: `${2015 + index}`, boundary_year: 2015 + index, source: 'file', retrieved_at: now, checksum: id, created_at: now })
			.execute(); // prettier-ignore
		await tx
			.insertInto('series')
			.values({ municipality_id: municipalityId, publication_id: id, measure: 'people', title: 'People', unit: 'aantal', kind: 'count', period: `${2015 + index}`, position: 0 })
			.execute(); // prettier-ignore
		const held = [...new Set(year)];
		const rows = held.map((code) => ({ ...parseAreaCode(code)!, name: null, municipalityName: null, boundaryChange: null, postcode: null })); // prettier-ignore
		const areas = await storeAreas(tx, municipalityId, 2015 + index, rows, new Map());
		const none = new Float64Array(held.length).fill(NaN);
		await storeFigures(tx, { municipalityId, publicationId: id }, areas, {
			columns: [{}] as never,
			values: Float64Array.from(held, (code) => piecesOf(year, [code]).reduce((sum, piece) => sum + people[piece]!, 0)), // prettier-ignore
			missing: new Uint8Array(held.length),
			...{ lower: none, upper: none, numerator: none, denominator: none },
		});
	}
}

it('gives the counts of the same land in every year, for any changes', { timeout: 60_000 }, () =>
	fc.assert(
		fc.asyncProperty(countries, async (land) => {
			const work = async (tx: Tx) => {
				await storeCountry(tx, land);
				const newest = [...new Set(land.codes.at(-1))];
				const followed = { family: 'people', measure: 'people' };
				const found = await valuesOverTime(tx, municipalityId, followed, newest);
				for (const code of newest) {
					const reference = referenceOf(land, code);
					const values = found.get(code)!;
					const since = values.findLastIndex(({ isBreak }) => isBreak);
					const joined = values.slice(Math.max(0, since));
					expect(
						joined.map(({ period, measured }) => [Number(period) - 2015, 'value' in measured && measured.value]),
					).toEqual([...reference].toReversed());
				}
				throw new Enough();
			};
			await writing(kernel.pool, scopeOf(home.system), { work }).catch((error: unknown) => {
				if (!(error instanceof Enough)) throw error;
			});
		}),
		{ numRuns: 150 },
	),
); // prettier-ignore
