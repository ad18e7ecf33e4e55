import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { readConfig } from '#server/config.ts';
import { sourceServer, type SourceServer } from '#server/fetching/source-server.test-data.ts';
import { setRuntime } from '#server/runtime.ts';
import { partOf } from '#tests/support/small-table.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { checkSources } from './check-sources.commands.server.ts';
import { checkSourcesOf } from './check-sources.server.ts';
import { runImport } from './import-job.server.ts';
import { cancelImport, fetchFigures, resumeImport } from './import.commands.server.ts';
import { readImport } from './import.queries.server.ts';
import { listCurrentPublications, showRevision } from './publications.queries.server.ts';

let world: World;
let server: SourceServer;
let folder: string;

/** What the source has now. */
const source = { modified: '2026-01-01T02:00:00', lonely: 52.5, failing: false };

function answer(asking: string): object[] | undefined {
	const [, table, part = ''] = asking.split(/[/?]/);
	return table === '50150NED' ? partOf({ table, ...source }, part) : undefined;
}

beforeAll(async () => {
	world = await testWorld();
	folder = await mkdtemp(path.join(tmpdir(), 'fetch-'));
	server = await sourceServer((asking) => {
		if (source.failing && asking.includes('UntypedDataSet'))
			return (response) => response.writeHead(403).end();
		const value = answer(asking);
		return value && { json: { value } };
	});
	const here = server.address.href;
	const config = readConfig({
		DATA_DIR: folder,
		CBS_ODATA4_URL: `${here}nothing`,
		CBS_ODATA3_URL: `${here}nothing`,
		THIRD_PARTY_ODATA_URL: here,
	});
	setRuntime({ config, database: world.database });
});
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

async function ask(input: object): Promise<string> {
	const importId = newId();
	await world.kernel.run(world.home.members.analyst, fetchFigures, input, importId);
	return importId;
}
const carryOut = (importId: string) =>
	runImport(world.kernel, { municipalityId: world.home.id, importId });
const state = (importId: string) =>
	world.kernel.ask(world.home.members.analyst, readImport, { importId });
const current = async () =>
	(await world.kernel.ask(world.home.members.analyst, listCurrentPublications, {})).items;

describe('fetching a publication', () => {
	it('by its number finds the service that has it, and stores it', async () => {
		const id = await ask({ table: '50150ned' });
		expect(await state(id)).toMatchObject({ state: 'waiting', isFetched: true });
		await carryOut(id);
		expect(await state(id)).toMatchObject({ state: 'done', areas: 2, figures: 2 });
		const [publication] = await current();
		expect(publication).toMatchObject({
			tableId: '50150NED',
			family: 'rivm-health',
			period: '2024',
			boundaryYear: 2024,
			provisional: 1,
			isNewerAtSource: false,
		});
		// What was stored is not kept twice.
		expect(await readdir(path.join(folder, 'fetched', 'pages'))).toEqual([]);
		expect(await readdir(path.join(folder, 'fetched', 'cells'))).toEqual([]);
	});

	it('again changes nothing', async () => {
		const id = await ask({ publication: 'rivm-health-adults' });
		await carryOut(id);
		expect(await state(id)).toMatchObject({ state: 'unchanged' });
		expect(await current()).toHaveLength(1);
	});

	it('says what is wrong, and goes on when it is asked to', async () => {
		source.failing = true;
		source.modified = '2026-02-01T02:00:00';
		const id = await ask({ table: '50150NED' });
		await carryOut(id);
		const failed = await state(id);
		expect(failed).toMatchObject({
			state: 'failed',
			problem: { problem: { code: 'figures.fetch_failed', problem: 'refused', status: 403 } },
		});
		source.failing = false;
		const before = server.asked.length;
		await world.kernel.run(world.home.members.analyst, resumeImport, { importId: id }, newId());
		await carryOut(id);
		expect(await state(id)).toMatchObject({ state: 'unchanged' });
		// What it had is not fetched again.
		expect(server.asked.slice(before).join()).not.toContain('DataProperties');
	});

	it('of a table that no service has is not found', async () => {
		const id = await ask({ table: '99999NED' });
		await carryOut(id);
		expect((await state(id)).problem?.problem).toMatchObject({ problem: 'not_found' });
	});

	it('can be stopped, and is then not carried out', async () => {
		const id = await ask({ table: '50150NED' });
		await world.kernel.run(world.home.members.analyst, cancelImport, { importId: id }, newId());
		expect(await carryOut(id)).toBe(false);
		expect((await state(id)).state).toBe('cancelled');
	});

	it('needs one of the list or a number, never an address', async () => {
		await expect(ask({})).rejects.toMatchObject({ code: 'input.invalid' });
		await expect(ask({ table: 'https://example.org/' })).rejects.toMatchObject({
			code: 'input.invalid',
		});
		await expect(ask({ publication: 'no-such-thing' })).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});

describe('a newer version at the source', () => {
	it('is noticed by the job that asks', async () => {
		await world.kernel.run(world.home.members.analyst, checkSources, {}, newId());
		source.modified = '2026-03-01T02:00:00';
		expect(await checkSourcesOf(world.kernel, world.home.id)).toBe(1);
		const [publication] = await current();
		expect(publication?.isNewerAtSource).toBe(true);
		expect(publication?.checkedAt).not.toBeNull();
	});

	it('takes the place of the old one, and tells which areas differ and by how much', async () => {
		source.lonely = 54;
		const [old] = await current();
		const importId = await ask({ table: '50150NED' });
		await carryOut(importId);
		expect((await state(importId)).revised).toBe(1);
		const [publication] = await current();
		expect(publication).toMatchObject({ revisionOf: old?.id, revised: 1, isNewerAtSource: false });
		const asking = { publicationId: publication!.id };
		const member = world.home.members.analyst;
		const all = await world.kernel.ask(member, showRevision, asking);
		expect(all.series).toMatchObject([{ title: 'Eenzaam', revised: 1, appeared: 0, vanished: 0 }]);
		// The publication is public, and so is what changed in it.
		expect(await world.kernel.ask(world.home.visitor, showRevision, asking)).toEqual(all);
		const seriesId = all.series[0]!.seriesId;
		const one = await world.kernel.ask(member, showRevision, { ...asking, seriesId });
		expect(one.areas).toEqual([{ code: 'WK020210', name: 'Geitenkamp', before: 52.5, now: 54 }]);
	});

	it('that cannot be asked is noted with the reason', async () => {
		await server.close();
		const tools = { fetch, sleep: async () => {}, random: () => 0, now: Date.now };
		const gone = new URL('http://127.0.0.1:9/');
		const context = {
			folder,
			tools,
			sources: { odata3: gone, odata4: gone, thirdParty: gone },
			patience: { attempts: 1 },
		};
		await checkSourcesOf(world.kernel, world.home.id, context);
		const [publication] = await current();
		expect(publication?.checkProblem?.problem.code).toBe('figures.fetch_failed');
		expect(publication?.isNewerAtSource).toBe(false);
	});
});
