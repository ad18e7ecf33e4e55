import { beforeAll, expect, it } from 'vitest';
import { testWorld, type World } from '#tests/support/world.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { newId } from '#kernel/id.ts';
import { reading, writing } from '#server/database/transaction.ts';
import { showProfile } from './figures.queries.server.ts';
import { importFigures } from '#features/publications/import-figures.server.ts';
import {
	arnhem,
	country,
	geitenkamp,
	memoryFile,
	smallCsv,
} from '#features/publications/memory-file.test-data.ts';
import { useFigureAsSource } from './use-figure.commands.server.ts';

let world: World;
let input: { trajectoryId: string; areaCode: string; seriesId: number };

beforeAll(async () => {
	world = await testWorld();
	await bring(smallCsv(country, arnhem, geitenkamp));
	const { lines } = await world.kernel.ask(world.home.visitor, showProfile, { code: 'WK020210' });
	const { trajectoryId } = world.home;
	input = { trajectoryId, areaCode: 'WK020210', seriesId: lines[0]?.seriesId ?? 0 };
});

function bring(csv: string) {
	const { home, clock, kernel } = world;
	return writing(kernel.pool, scopeOf(home.system), {
		async work(tx) {
			const files = [memoryFile('kwb2020.csv', csv)];
			const outcome = await importFigures(tx, files, { municipalityId: home.id, now: clock.now() });
			return { outcome };
		},
	});
}

const use = (over: object = {}, actor = world.home.members.analyst, requestId?: string) =>
	world.kernel.run(actor, useFigureAsSource, { ...input, ...over }, requestId);

const detailsOf = (id: string) =>
	reading(world.kernel.pool, scopeOf(world.home.members.analyst), (reader) =>
		reader
			.selectFrom('evidence')
			.select(['title', 'kind', 'details'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow(),
	);

it('puts a dated copy of the figure among the sources', async () => {
	const { id } = await use();
	expect(await detailsOf(id)).toMatchObject({
		kind: 'figure',
		title: 'Inwoners, WK020210, 2020: 3.895',
		details: {
			areaCode: 'WK020210',
			boundaryYear: 2020,
			measure: 'AantalInwoners',
			indicator: 'residents',
			value: 3895,
			missing: null,
			comparison: [
				{ areaName: 'Arnhem', value: 161348 },
				{ areaName: 'Nederland', value: 17407585 },
			],
			table: '84799NED',
			retrievedAt: world.clock.now().toISOString(),
		},
	});
});

it('is one source when it is used twice, and when a request is repeated', async () => {
	const first = await use();
	expect(await use()).toEqual(first);
	const requestId = newId();
	expect(await use({}, undefined, requestId)).toEqual(await use({}, undefined, requestId));
});

it('stays as it was when the table is replaced', async () => {
	const { id } = await use();
	const { replaced } = await bring(smallCsv(country, arnhem, geitenkamp.replace('3895', '4000')));
	expect(replaced).toBe(1);
	expect((await detailsOf(id)).details).toMatchObject({ value: 3895 });
	await expect(use()).rejects.toMatchObject({ problems: [{ path: 'seriesId', code: 'unknown' }] });
});

it('names every wrong field at once', async () => {
	await expect(use({ areaCode: 'Geitenkamp', seriesId: 'x' })).rejects.toMatchObject({
		problems: [
			{ path: 'areaCode', code: 'not_a_code' },
			{ path: 'seriesId', code: 'not_a_number' },
		],
	});
});

it('is refused to a reader, a visitor, and another municipality', async () => {
	const { members, visitor } = world.home;
	await expect(use({}, members.reader)).rejects.toMatchObject({ code: 'role_not_allowed' });
	await expect(use({}, visitor as never)).rejects.toMatchObject({ code: 'sign_in_first' });
	await expect(use({}, world.elsewhere.members.analyst)).rejects.toMatchObject({
		code: 'not_found',
	});
});
