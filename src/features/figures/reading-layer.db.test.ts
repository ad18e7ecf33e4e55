import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAreaCode, type AreaLevel } from '#features/areas/area-code.ts';
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
					found.get(code)?.map(({ seriesId, period, measured, isBreak }) => ({ seriesId, period, measured, isBreak })),
				).toEqual(
					newest.map(({ id, series, publication, position }, at) => ({
						seriesId: id,
						period: series.period,
						measured: meaningOf(publication.held.get(code)?.[position], publication.source),
						isBreak: changedBetween(model, code, newest[at - 1]?.publication, publication),
					})),
				);
			}
		}
	}),
); // prettier-ignore

function changedBetween(
	{ changed }: Model,
	code: string,
	before: ModelPublication | undefined,
	now: ModelPublication,
): boolean {
	if (!before) return false;
	const from = Math.min(before.boundaryYear, now.boundaryYear);
	const to = Math.max(before.boundaryYear, now.boundaryYear);
	return changed.some(
		(one) => one.code === code && (one.change ?? 1) > 1 && one.year > from && one.year <= to,
	);
}

it('shows in a profile the newest filled period of each measure of a publisher, with all periods in short', { timeout: 60_000 }, () =>
	everyModel(async (model, tx, stored) => {
		const code = 'BU02021001';
		const lines = await profileLines(tx, { municipalityId }, { code, level: 'neighbourhood' });
		const current = allSeries(model, stored).filter(({ publication: { isReplaced, held } }) =>
			!isReplaced && [code, 'GM0202', 'NL'].some((one) => held.has(one)));
		type One = (typeof current)[number];
		const measuredIn = ({ publication, position }: One, area: string) =>
			publication.held.has(area)
				? meaningOf(publication.held.get(area)?.[position], publication.source)
				: null;
		const valueIn = (one: One, area: string) => {
			const measured = measuredIn(one, area);
			return measured && 'value' in measured ? measured.value : null;
		};
		const isFilled = (one: One) => [code, 'GM0202', 'NL'].some((area) => valueIn(one, area) !== null);
		const thingOf = ({ publication, series }: One) =>
			`${publication.publisher} ${series.indicator ?? `${publication.table} ${series.measure}`}`;
		const holding = Map.groupBy(current.filter(({ publication }) => publication.held.has(code)), thingOf);
		// The newest period comes first.
		const periodOf = (thing: string) => {
			const same = holding.get(thing) ?? [];
			return (same.find(isFilled) ?? same[0])?.series.period;
		};
		const shown = current.filter((one) => periodOf(thingOf(one)) === one.series.period);
		expect(
			lines.map(({ seriesId, own, municipality, country, place }) => ({ seriesId, own, municipality, country, place })),
		).toEqual(
			shown.map((one) => ({
				seriesId: one.id,
				own: measuredIn(one, code),
				municipality: measuredIn(one, 'GM0202'),
				country: measuredIn(one, 'NL'),
				place: null,
			})),
		);
		for (const [at, line] of lines.entries()) {
			const same = (holding.get(thingOf(shown[at] as One)) ?? []).toReversed();
			const byPeriod = [...Map.groupBy(same, ({ series }) => series.period)];
			const lastValue = (all: One[], area: string) =>
				all.toReversed().map((one) => valueIn(one, area)).find((value) => value !== null) ?? null;
			expect(line.years.map(({ period, own, country }) => ({ period, own, country }))).toEqual(
				byPeriod.map(([period, all]) => ({ period, own: lastValue(all, code), country: lastValue(all, 'NL') })),
			);
		}
	}),
); // prettier-ignore
