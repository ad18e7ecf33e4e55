import { beforeAll, describe, expect, test } from 'vitest';
import { queries } from '#features/registry.server.ts';
import { showIndicator } from '#features/figures/indicator.queries.server.ts';
import type { Measured } from '#features/figures/measured.ts';
import { passGate } from '#features/publications/own-gate.ts';
import type { OwnMeasure } from '#features/publications/own-meaning.ts';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import { extremes, sumOfParts, type KnownSum } from '#statistics/disclosure-audit.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill, type FilledTown, type FilledWorld } from '#tests/support/filled-world.ts';
import {
	areasWithin,
	categories,
	cellKey,
	countOf,
	everyArea,
	fileOf,
	importOwnFile,
	knowAreas,
	neighbourhoods,
	total,
	type Counts,
} from '#tests/support/own-counts.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';

/**
 * Who reads everything that the program gives out about a municipality's own counts, adds and subtracts it, and knows the
 * rules: what does that person find of what is hidden?
 */
const world = await fill(await testWorld());
/** The same, with other small counts in the file. */
const twin = await fill(await testWorld());
const { home } = world.filled;
const years = [2022, 2023];

/** Mostly over the limit, some small, some nobody; the same every time. */
const truth: Counts = new Map(
	years.flatMap((year) =>
		neighbourhoods.flatMap((code, row) =>
			categories.map((category, column) => {
				const dice = (row * 7 + column * 5 + (year % 10) * 3) % 11;
				const count = dice < 2 ? 0 : dice < 4 ? dice + 1 : 14 + dice * 6 + row;
				return [cellKey(code, category, year), count] as const;
			}),
		),
	),
);

/** Everything an answer says, without what differs between any two municipalities: ids, keys, their own name. */
function said(answer: unknown, town: FilledTown): string {
	const named = JSON.stringify(answer, (key, value: unknown) =>
		/^(id|seriesId|publicationId|municipalityName|.*Id)$/.test(key) && value != null ? '#' : value,
	);
	return (
		named
			.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
			.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')
			// Areas of the filled world, which are numbered at random.
			.replaceAll(/\b(GM|WK|BU)(?!9999)\d+\b/g, '#')
			.replaceAll(town.mark, '~')
			.replaceAll(town.name, '~')
			.replaceAll(town.slug, '~')
	);
}

async function ask(
	of: FilledWorld,
	actor: Actor,
	query: AnyQuery,
	input: unknown,
): Promise<unknown> {
	try {
		return await of.kernel.ask(actor, query as never, input);
	} catch (error) {
		if (error instanceof Failure) return { refused: error.code };
		throw error;
	}
}

const figureQueries = queries.filter(({ name }) => /^(area|figure|indicator|publication|warning)\./.test(name)); // prettier-ignore
const indicators = [...categories, total].map((category) => `eigen-meldingen:meldingen/${category.replace('+', '').toLowerCase()}`); // prettier-ignore

const rankedLevels = ['municipality', 'district', 'neighbourhood'] as const;

/** The own series of a municipality, in their order. */
async function ownSeries({ database }: FilledWorld, town: FilledTown): Promise<number[]> {
	const rows = await sqlAsOwner<{ id: number }>(
		database.owner,
		`SELECT s.id FROM series s JOIN publication p ON p.municipality_id = s.municipality_id AND p.id = s.publication_id
			WHERE p.source = 'own' AND p.municipality_id = $1 ORDER BY s.position`,
		[town.id],
	);
	return rows.map(({ id }) => id);
}

/** What a query can be asked about own counts: every area, every indicator, every year, every level. */
async function inputsOf(
	query: AnyQuery,
	of: FilledWorld,
	town: FilledTown,
): Promise<Record<string, unknown>[]> {
	const sample = inputOf(query, town.open);
	if (query.name === 'indicator.read')
		return indicators.flatMap((id) =>
			everyArea.flatMap((areaCode) =>
				years.flatMap((period) =>
					rankedLevels.map((level) => ({ id, areaCode, period: String(period), level })),
				),
			),
		);
	if (query.name === 'indicator.map')
		return (await ownSeries(of, town)).flatMap((seriesId) => rankedLevels.map((level) => ({ seriesId, level, within: 'GM9999' }))); // prettier-ignore
	if (query.name === 'figure.compare') return [{ codes: everyArea.slice(0, 5) }, { codes: everyArea.slice(5) }]; // prettier-ignore
	const field = ['code', 'areaCode'].find((name) => name in sample);
	return field ? everyArea.map((code) => ({ ...sample, [field]: code })) : [sample];
}

/** Everything that somebody gets to read, question by question. */
async function everythingRead(of: FilledWorld, actorOf: (town: FilledTown) => Actor) {
	const town = of.filled.home;
	const answers = new Map<string, string>();
	for (const query of figureQueries)
		for (const [place, input] of (await inputsOf(query, of, town)).entries())
			answers.set(`${query.name} ${place}`, said(await ask(of, actorOf(town), query, input), town));
	return answers;
}

const readers: [who: string, actorOf: (town: FilledTown) => Actor][] = [
	['the public', (town) => ({ ...town.visitor, address: `192.0.2.${Math.random()}` })],
	['the team', (town) => town.members.professional],
];

/** What is shown of every count, gathered from profiles and indicator pages; the two may not differ. */
async function shownTo(actor: Actor): Promise<Map<string, number | null>> {
	const shown = new Map<string, number | null>();
	const note = (code: string, category: string, year: number, measured: Measured) => {
		const value = 'value' in measured ? measured.value : null;
		const key = cellKey(code, category, year);
		if (shown.has(key)) expect([key, shown.get(key)]).toEqual([key, value]);
		shown.set(key, value);
	};
	for (const [place, id] of indicators.entries()) {
		const category = [...categories, total][place]!;
		for (const areaCode of everyArea) {
			const { courses } = await world.kernel.ask(actor, showIndicator, { id, areaCode });
			for (const { area, values } of courses)
				for (const value of values) note(area.code, category, Number(value.period), value.measured); // prettier-ignore
		}
	}
	return shown;
}

const sums: KnownSum[] = years.flatMap((year) => [
	...everyArea.map((code) => sumOfParts(cellKey(code, total, year), categories.map((one) => cellKey(code, one, year)))), // prettier-ignore
	...[...areasWithin].flatMap(([code, parts]) => [...categories, total].map((one) => sumOfParts(cellKey(code, one, year), parts.map((part) => cellKey(part, one, year))))), // prettier-ignore
]);
const every = years.flatMap((year) => everyArea.flatMap((code) => [...categories, total].map((category) => ({ code, category, year })))); // prettier-ignore
const trueCounts = new Map(every.map(({ code, category, year }) => [cellKey(code, category, year), countOf(truth, code, category, year)])); // prettier-ignore

/**
 * Another truth that looks the same: in every square of four hidden counts of which sums stay what they are, one goes up
 * and one down where the gate then shows exactly what it showed.
 */
const otherTruth: Counts = (() => {
	const levels = { GM: 'municipality', WK: 'district', BU: 'neighbourhood' } as const;
	const measure: OwnMeasure = {
		...{ key: 'meldingen', type: 'count', title: 'Meldingen', unit: 'aantal', kind: 'count' },
		...{ direction: 'neither', origin: 'own', publishedIn: '', sensitivity: 'none', indicator: null }, // prettier-ignore
	};
	const shownOf = (counts: Counts) => {
		const cells = every.map(({ code, category, year }, row) => ({
			...{ measure: measure.key, period: String(year), category, row, missing: null, part: null, base: null }, // prettier-ignore
			area: { code, name: code, level: levels[code.slice(0, 2) as keyof typeof levels] },
			value: countOf(counts, code, category, year),
		}));
		const { cells: gated } = passGate(cells, [measure], areasWithin, 'public');
		return gated.map(({ value }) => value).join();
	};
	const wanted = shownOf(truth);
	const found = new Map(truth);
	for (const [key, count] of truth) {
		const [code, category, year] = key.split(' ') as [string, string, string];
		const [otherCode, otherCategory] = [neighbourhoods, categories].map((list) => (one: string) => list[(list.indexOf(one) + 1) % list.length]!); // prettier-ignore
		const corners = [key, `${code} ${otherCategory!(category)} ${year}`, `${otherCode!(code)} ${otherCategory!(category)} ${year}`, `${otherCode!(code)} ${category} ${year}`]; // prettier-ignore
		if (count >= 10) continue;
		const next = new Map(found);
		for (const [at, corner] of corners.entries()) next.set(corner, (next.get(corner) ?? 0) + (at % 2 === 0 ? 1 : -1)); // prettier-ignore
		if ([...next.values()].every((one) => one >= 0) && shownOf(next) === wanted)
			for (const corner of corners) found.set(corner, next.get(corner)!);
	}
	return found;
})();

/** What follows for the counts that are truly small, from what is shown of each. */
function narrowed(shown: ReadonlyMap<string, number | null>, isExact: boolean): string[] {
	const cells = [...trueCounts].map(([id, count]) => {
		const value = shown.get(id) ?? null;
		if (value === null) return { id, lowest: 0, highest: Infinity };
		if (isExact) return { id, lowest: count, highest: count };
		return { id, lowest: Math.max(10, value - 2), highest: value + 2 };
	});
	const ranges = extremes({ cells, sums });
	if (!ranges) throw new Error('What is shown contradicts itself');
	return [...trueCounts].flatMap(([id, count]) => {
		const { lowest, highest } = ranges.get(id) ?? { lowest: 0, highest: 0 };
		return count < 10 && (lowest > 0 || highest < 9) ? [`${id}: ${lowest}–${highest}`] : [];
	});
}

beforeAll(async () => {
	await knowAreas(world, home);
	await importOwnFile(world, home, fileOf(truth, years));
	await knowAreas(twin, twin.filled.home);
	await importOwnFile(twin, twin.filled.home, fileOf(otherTruth, years));
}, 120_000);

describe.each(readers)('%s', (_, actorOf) => {
	test('finds no small count by sums and differences over all that is shown, nor who knows the shown counts exactly', async () => {
		const shown = await shownTo(actorOf(home));
		expect(shown.size).toBe(trueCounts.size);
		const values = [...shown.values()];
		// The attack is about something: there are hidden counts and shown ones.
		expect(values.filter((value) => value === null).length).toBeGreaterThan(20);
		expect(values.filter((value) => value !== null).length).toBeGreaterThan(20);
		expect(narrowed(shown, false)).toEqual([]);
		expect(narrowed(shown, true)).toEqual([]);
		for (const [id, value] of shown)
			if (value !== null) expect(Math.abs(value - (trueCounts.get(id) ?? -9))).toBeLessThanOrEqual(2); // prettier-ignore
	});

	test('sees in the profile of an area what the pages of its indicators show', async () => {
		const shown = await shownTo(actorOf(home));
		for (const code of everyArea) {
			const { lines } = await world.kernel.ask(actorOf(home), showProfile, { code });
			const own = lines.filter(({ family }) => family === 'eigen-meldingen');
			expect(own.length).toBeGreaterThan(0);
			for (const line of own) {
				const category = [...categories, total][indicators.indexOf(`eigen-meldingen:${line.measure}`)]!; // prettier-ignore
				for (const { period, own: value } of line.years)
					expect([line.measure, period, value]).toEqual([line.measure, period, shown.get(cellKey(code, category, Number(period)))]); // prettier-ignore
			}
		}
	});
});

/** Where two answers part. */
function apart(one: string, other: string): string[] {
	const at = [...one].findIndex((letter, place) => other[place] !== letter);
	return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60));
}

test('everything that can be asked about figures is answered the same when small counts are others', async () => {
	const changed = [...truth].filter(([key, count]) => count < 10 && otherTruth.get(key) !== count);
	expect(changed.length).toBeGreaterThan(2);
	for (const [, actorOf] of readers) {
		const [here, there] = [await everythingRead(world, actorOf), await everythingRead(twin, actorOf)]; // prettier-ignore
		expect(here.size).toBeGreaterThan(100);
		const different = [...here].filter(([question, answer]) => there.get(question) !== answer);
		expect(different.map(([question, answer]) => [question, ...apart(answer, there.get(question) ?? '')])).toEqual([]); // prettier-ignore
	}
}, 120_000);

test('the attack finds small counts where only these are hidden', () => {
	const onlySmall = new Map([...trueCounts].map(([id, count]) => [id, count < 10 ? null : Math.round(count / 5) * 5])); // prettier-ignore
	expect(narrowed(onlySmall, true).length).toBeGreaterThan(5);
	expect(narrowed(onlySmall, false).length).toBeGreaterThan(0);
});
