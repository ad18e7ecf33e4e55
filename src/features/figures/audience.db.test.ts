import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { storeSpreads } from '#features/publications/figure-store.server.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { reading, writing } from '#server/database/transaction.ts';
import { testWorld } from '#tests/support/world.ts';
import { columnsOfLevel } from './columns.server.ts';
import { showProfile } from './figures.queries.server.ts';
import { storeModel, type Model, type Stored } from './model.test-data.ts';
import { seriesList } from './series.server.ts';
import { valuesOfSeries } from './values.server.ts';
import { valuesOverTime } from './values-over-time.server.ts';

const world = await testWorld();
const { home, elsewhere, kernel } = world;

/** Two publications about one wijk: one for everybody, one for who takes part. */
const model: Model = {
	changed: [],
	publications: [1, 2].map((value) => ({
		table: value === 1 ? 'A' : 'B',
		publisher: 'CBS',
		boundaryYear: 2020,
		source: 'own',
		isReplaced: false,
		series: [{ measure: 'residents', indicator: 'residents', period: '2020' }],
		held: new Map([['WK020210', [{ value, margin: null, base: null }]]]),
	})),
};
const stored: Stored = await writing(kernel.pool, scopeOf(home.system), {
	async work(tx) {
		const outcome = await storeModel(tx, home.id, model);
		for (const [p, publicationId] of outcome.ids.entries())
			await storeSpreads(tx, home.id, publicationId, outcome.series[p] ?? [], [
				{ column: 0, level: 'district', spread: { breaks: [1], below: [0, 1] } },
			]);
		await tx
			.updateTable('publication')
			.set({ visibility: 'participants' })
			.where('id', '=', outcome.ids[1] as string)
			.execute();
		return { outcome };
	},
});
const [open, closed] = stored.ids as [string, string];
const [openSeries, closedSeries] = stored.series.flat() as [number, number];

const asked = <T>(actor: Actor, work: Parameters<typeof reading<T>>[2]) =>
	reading(kernel.pool, scopeOf(actor), work);
const codes = ['WK020210'];

const everyWay = (actor: Actor, municipalityId: string) =>
	asked(actor, async (reader) => ({
		list: (await seriesList(reader, municipalityId)).map(({ seriesId }) => seriesId),
		series: (await valuesOfSeries(reader, municipalityId, closedSeries, { codes })).length,
		periods: (
			await valuesOverTime(
				reader,
				municipalityId,
				{ family: 'family of B', measure: 'residents' },
				codes,
			)
		).get('WK020210')?.length,
		columns: (await columnsOfLevel(reader, municipalityId, closed, [0], 'district')).codes.length,
		rows: await publicationsIn(reader),
	}));

/** In which publications the tables themselves let figures be seen. */
async function publicationsIn(reader: Parameters<Parameters<typeof reading>[2]>[0]) {
	const { rows } = await sql<{ name: string; ids: string[] }>`
		SELECT 'series' AS name, array_agg(publication_id ORDER BY publication_id) AS ids FROM series
		UNION ALL SELECT 'area_figures', array_agg(publication_id ORDER BY publication_id) FROM area_figures
		UNION ALL SELECT 'series_spread', array_agg(publication_id ORDER BY publication_id) FROM series_spread`.execute(
		reader,
	);
	return Object.fromEntries(rows.map(({ name, ids }) => [name, ids]));
}

it('shows figures for participants to whoever signed in', async () => {
	expect(await everyWay(home.members.reader, home.id)).toEqual({
		list: [closedSeries, openSeries],
		series: 1,
		periods: 1,
		columns: 1,
		rows: { series: [open, closed], area_figures: [open, closed], series_spread: [open, closed] },
	});
});

it('shows the public nothing of them: no values, no places, not what was measured', async () => {
	expect(await everyWay(home.visitor, home.id)).toEqual({
		list: [openSeries],
		series: 0,
		periods: 0,
		columns: 0,
		rows: { series: [open], area_figures: [open], series_spread: [open] },
	});
	const { lines } = await kernel.ask(home.visitor, showProfile, { code: 'WK020210' });
	expect(lines.map(({ seriesId }) => seriesId)).toEqual([openSeries]);
});

it.each(['reader', 'administrator'] as const)('shows another municipality’s %s nothing at all', async (role) => {
	expect(await everyWay(elsewhere.members[role], home.id)).toEqual({
		list: [],
		series: 0,
		periods: 0,
		columns: 0,
		rows: { series: null, area_figures: null, series_spread: null },
	});
}); // prettier-ignore

it('looks who asks up once per statement, and the list of publications only for the public', async () => {
	const plan = (actor: Actor) =>
		asked(actor, async (reader) => {
			const { rows } = await sql<{ 'QUERY PLAN': string }>`
				EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF)
				SELECT values FROM area_figures WHERE publication_id = ${open}::uuid`.execute(reader);
			return rows.map((row) => row['QUERY PLAN']).join('\n');
		});
	expect(await plan(home.members.reader)).toMatch(/on publication shown.*\(never executed\)/);
	expect(await plan(home.visitor)).toMatch(/on publication shown.*loops=1/);
});
