import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAreaCode, type AreaLevel } from '#features/areas/area-code.ts';
import { storeSpreads } from '#features/publications/figure-store.server.ts';
import { placeIn, spreadOf } from '#features/publications/spread.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { writing } from '#server/database/transaction.ts';
import { testWorld } from '#tests/support/world.ts';
import { columnsOfLevel } from './columns.server.ts';
import {
	anyModel,
	meaningOf,
	modelCodes,
	storeModel,
	type Model,
	type ModelPublication,
	type Stored,
} from './model.test-data.ts';
import type { Measured } from './measured.ts';
import { profileLines } from './profile.server.ts';
import { seriesList } from './series.server.ts';
import { valuesOfSeries } from './values.server.ts';
import { valuesOverTime, type Followed } from './values-over-time.server.ts';

const world = await testWorld();
const municipalityId = world.home.id;

class Enough extends Error {}

/** Stores the model, looks at it, and undoes it all. */
async function looking(model: Model, look: (tx: Tx, stored: Stored) => Promise<void>) {
	const work = async (tx: Tx) => {
		await look(tx, await storeModel(tx, municipalityId, model));
		throw new Enough();
	};
	await writing(world.kernel.pool, scopeOf(world.home.system), { work }).catch((error: unknown) => {
		if (!(error instanceof Enough)) throw error;
	});
}

/** Looks at many invented models. */
const everyModel = (look: (model: Model, tx: Tx, stored: Stored) => Promise<void>) =>
	fc.assert(
		fc.asyncProperty(anyModel, (model) =>
			looking(model, (tx, stored) => look(model, tx, stored)),
		),
		{ numRuns: 40 },
	); // prettier-ignore

/** Every series of a model, the newest period and publication first. */
function allSeries(model: Model, stored: Stored) {
	return model.publications
		.flatMap((publication, p) =>
			publication.series.map((series, position) => ({
				publication,
				series,
				position,
				p,
				id: stored.series[p]?.[position] ?? 0,
			})),
		)
		.toSorted(
			(a, b) =>
				b.series.period.localeCompare(a.series.period) || b.p - a.p || a.position - b.position,
		);
}

/** The areas that exist in a year: those of publications with its boundaries, and those that were said to change. */
function known(model: Model, year: number): string[] {
	const codes = [
		...model.publications
			.filter(({ boundaryYear }) => boundaryYear === year)
			.flatMap(({ held }) => [...held.keys()]),
		...model.changed.filter((one) => one.year === year).map(({ code }) => code),
	];
	return [...new Set(codes)].toSorted();
}

const levelOf = (code: string) => parseAreaCode(code)?.level;
const isIn = (code: string, within: string | undefined) =>
	!within || within === 'NL' || code.slice(2).startsWith(within.slice(2));
const levels: AreaLevel[] = ['country', 'municipality', 'district', 'neighbourhood'];

it('lists the series that are asked for, the newest first', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		const all = allSeries(model, stored);
		const ids = (list: { id: number }[]) => list.map(({ id }) => id);
		const asked = async (filter: Parameters<typeof seriesList>[2]) =>
			(await seriesList(tx, municipalityId, filter)).map(({ seriesId }) => seriesId);
		const current = all.filter(({ publication }) => !publication.isReplaced);
		expect(await asked({})).toEqual(ids(current));
		expect(await asked({ indicator: 'residents' })).toEqual(
			ids(current.filter(({ series }) => series.indicator === 'residents')),
		);
		expect(await asked({ period: '2019', areaCode: 'WK020210' })).toEqual(
			ids(
				current.filter(
					({ series, publication }) =>
						series.period === '2019' && publication.held.has('WK020210'),
				),
			),
		); // prettier-ignore
		expect(await asked({ publicationId: stored.ids[0] as string })).toEqual(
			ids(all.filter(({ p }) => p === 0)),
		);
		const one = all.at(-1);
		const [found] = await seriesList(tx, municipalityId, { seriesIds: [one?.id ?? 0] });
		expect(found).toMatchObject({
			...one?.series,
			position: one?.position,
			kind: 'register',
			isProvisional: false,
			dimensions: [],
			publication: {
				id: stored.ids[one?.p ?? 0],
				tableId: one?.publication.table,
				family: `family of ${one?.publication.table}`,
				boundaryYear: one?.publication.boundaryYear,
				isOwn: one?.publication.source === 'own',
				isReplaced: one?.publication.isReplaced,
			},
		});
	}),
);

it('gives the value of every cell, or why there is none, by code and by level', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		for (const { publication, position, id } of allSeries(model, stored)) {
			const expected = (codes: string[]) =>
				codes.map((code) => ({
					code,
					name: code,
					level: levelOf(code),
					measured: meaningOf(publication.held.get(code)?.[position], publication.source),
				}));
			const codes = known(model, publication.boundaryYear);
			const byCode = { codes: [...modelCodes, 'GM9999'] };
			expect(await valuesOfSeries(tx, municipalityId, id, byCode)).toEqual(expected(codes));
			for (const within of [undefined, 'NL', 'GM0202', 'WK020210'])
				for (const level of levels.slice(within?.startsWith('WK') ? 3 : within ? 2 : 0))
					expect(await valuesOfSeries(tx, municipalityId, id, { level, within })).toEqual(
						expected(codes.filter((code) => levelOf(code) === level && isIn(code, within))),
					);
		}
	}),
); // prettier-ignore

it('gives whole columns, with NaN for whatever is missing', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		for (const [p, publication] of model.publications.entries())
			for (const within of [undefined, 'GM0202']) {
				const positions = publication.series.map((_, position) => position).toReversed();
				const found = await columnsOfLevel(
					tx,
					municipalityId,
					stored.ids[p] as string,
					positions,
					'neighbourhood',
					within,
				);
				const codes = [...publication.held.keys()]
					.filter((code) => levelOf(code) === 'neighbourhood' && isIn(code, within))
					.toSorted();
				expect(found.codes).toEqual(codes);
				expect(found.columns).toEqual(
					positions.map((position) =>
						Float64Array.from(codes, (code) => {
							const cell = publication.held.get(code)?.[position];
							return cell && 'value' in cell ? cell.value : NaN;
						}),
					),
				);
			}
	}),
);

it('follows a measure over the periods: the newest publication counts, and a changed boundary shows', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		const ways: [Followed, (one: ReturnType<typeof allSeries>[number]) => boolean][] = [
			[{ indicator: 'residents' }, ({ series }) => series.indicator === 'residents'],
			[
				{ indicator: 'residents', publisher: 'CBS' },
				({ series, publication }) =>
					series.indicator === 'residents' && publication.publisher === 'CBS',
			],
			[
				{ family: 'family of A', measure: 'unmapped' },
				({ series, publication }) =>
					series.measure === 'unmapped' && publication.table === 'A',
			],
		];
		for (const [followed, isOne] of ways) {
			const found = await valuesOverTime(tx, municipalityId, followed, modelCodes);
			const current = allSeries(model, stored).filter(
				(one) => isOne(one) && !one.publication.isReplaced,
			);
			for (const code of modelCodes) {
				const holding = current.filter(({ publication }) => publication.held.has(code));
				const newest = [...Map.groupBy(holding, ({ series }) => series.period).values()]
					.map((same) => same[0] as (typeof holding)[number])
					.toReversed();
				expect(
					found.get(code)?.map(({ seriesId, period, measured, isBreak, brokenBy }) => ({ seriesId, period, measured, isBreak, brokenBy })),
				).toEqual(
					newest.map(({ id, series, publication, position }, at) => ({
						seriesId: id,
						period: series.period,
						measured: meaningOf(publication.held.get(code)?.[position], publication.source),
						...brokenOf(model, code, newest[at - 1]?.publication, publication),
					})),
				);
			}
		}
	}),
); // prettier-ignore

/** The newest change that lies between the boundaries of two publications. */
function brokenOf(
	{ changed }: Model,
	code: string,
	before: ModelPublication | undefined,
	now: ModelPublication,
) {
	const years = [before ?? now, now].map(({ boundaryYear }) => boundaryYear);
	const [from, to] = [Math.min(...years), Math.max(...years)];
	const [newest] = changed
		.filter(
			(one) => one.code === code && (one.change ?? 1) > 1 && one.year > from && one.year <= to,
		)
		.toSorted((a, b) => b.year - a.year);
	if (!newest) return { isBreak: false, brokenBy: null };
	const reason = newest.change === 3 ? 'boundary' : 'code';
	return { isBreak: true, brokenBy: { reason, year: newest.year, codes: [code] } };
}

/** Of several about one period: the first with a value, else the first. */
function toldBy(same: One[], code: string): ModelPublication {
	return (same.find((one) => valueIn(one, code) !== null) ?? (same[0] as One)).publication;
}

type One = ReturnType<typeof allSeries>[number];

/** What a profile calls the same measure. */
const measureOf = ({ publication: { publisher, table }, series }: One) =>
	`${publisher} ${series.indicator ?? `${table} ${series.measure}`}`;

const valueIn = ({ publication, position }: One, code: string) => {
	const cell = publication.held.get(code)?.[position];
	return cell && 'value' in cell ? cell.value : null;
};

it('shows in a profile the newest period of each measure that was filled in, and all its years', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		const own = 'BU02021001';
		const lines = await profileLines(tx, { municipalityId }, { code: own, level: 'neighbourhood' });
		const current = allSeries(model, stored).filter(({ publication }) => !publication.isReplaced);
		const isFilled = (one: One) => [own, 'GM0202', 'NL'].some((code) => valueIn(one, code) !== null);
		const sameAs = (one: One) => current.filter((other) => measureOf(other) === measureOf(one));
		const holding = (list: One[]) => list.filter(({ publication }) => publication.held.has(own));
		const newest = (one: One) => {
			const held = holding(sameAs(one));
			return (held.find(isFilled) ?? held[0])?.series.period;
		};
		const shown = current.filter((one) =>
			one.series.period === newest(one) && [own, 'GM0202', 'NL'].some((code) => one.publication.held.has(code)));
		const measuredIn = ({ publication, position }: One, code: string) =>
			publication.held.has(code)
				? meaningOf(publication.held.get(code)?.[position], publication.source)
				: null;
		const yearsOf = (one: One) =>
			[...Map.groupBy(holding(sameAs(one)), ({ series }) => series.period)].toReversed().map(([period, same], at, all) => ({
				period,
				own: same.map((other) => valueIn(other, own)).find((value) => value !== null) ?? null,
				country: same.map((other) => valueIn(other, 'NL')).find((value) => value !== null) ?? null,
				...brokenOf(model, own, all[at - 1] && toldBy(all[at - 1]![1], own), toldBy(same, own)),
			}));
		expect(
			lines.map((line) => ({ seriesId: line.seriesId, own: line.own, municipality: line.municipality, country: line.country, place: line.place, years: line.years })),
		).toEqual(
			shown.map((one) => ({
				seriesId: one.id,
				own: measuredIn(one, own),
				municipality: measuredIn(one, 'GM0202'),
				country: measuredIn(one, 'NL'),
				place: null,
				years: yearsOf(one),
			})),
		);
		const last = holding(current).at(-1);
		const alone = await profileLines(tx, { municipalityId }, { code: own, level: 'neighbourhood' }, last?.id ?? 0);
		expect(alone.map(({ seriesId, own: value }) => ({ seriesId, value }))).toEqual(
			last ? [{ seriesId: last.id, value: measuredIn(last, own) }] : [],
		);
	}),
); // prettier-ignore

it('tells in a profile where values stand in the country, as the staircase does', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		const own = 'BU02021001';
		const spread = spreadOf([-3, -1, -1, 0, 2, 2, 2, 3, 1e300]);
		for (const [p, publicationId] of stored.ids.entries())
			await storeSpreads(tx, municipalityId, publicationId, stored.series[p] ?? [], [{ column: 0, level: 'neighbourhood', spread }]);
		const lines = await profileLines(tx, { municipalityId }, { code: own, level: 'neighbourhood' });
		const placeOf = (measured: Measured | null) => measured && 'value' in measured ? placeIn(spread, measured.value) : null;
		for (const line of lines)
			expect(line.place).toEqual(
				line.position > 0 ? null : { own: placeOf(line.own), municipality: placeOf(line.municipality), country: placeOf(line.country), areasCompared: 9 },
			);
	}),
); // prettier-ignore
