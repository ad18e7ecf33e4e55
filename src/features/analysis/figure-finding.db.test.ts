import { beforeAll, describe, expect, it } from 'vitest';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import {
	keepFigure,
	takeNewerFigure,
	withdrawKeptFigure,
} from '#features/figures/newer-figure.commands.server.ts';
import {
	listNewerFigures,
	readFigureSource,
} from '#features/figures/newer-figure.queries.server.ts';
import { useFigureAsSource } from '#features/figures/use-figure.commands.server.ts';
import { importFigures } from '#features/publications/import-figures.server.ts';
import {
	arnhem,
	country,
	geitenkamp,
	memoryFile,
	smallCsv,
} from '#features/publications/memory-file.test-data.ts';
import { newId } from '#kernel/id.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { writing } from '#server/database/transaction.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addFindingFromFigure } from './figure-finding.commands.server.ts';
import { beginFigureFinding } from './figure-finding.queries.server.ts';
import { readFinding } from './finding-page.queries.server.ts';

let world: World;
let place: { trajectoryId: string; areaCode: string; seriesId: number };

beforeAll(async () => {
	world = await testWorld();
	await bring('kwb2020.csv', smallCsv(country, arnhem, geitenkamp));
	place = {
		trajectoryId: world.home.trajectoryId,
		areaCode: 'WK020210',
		seriesId: await seriesNow('residents'),
	};
});

function bring(name: string, csv: string) {
	const { home, clock, kernel } = world;
	return writing(kernel.pool, scopeOf(home.system), {
		async work(tx) {
			const files = [memoryFile(name, csv)];
			const options = name.includes('2021') ? { table: '85039NED', year: 2021 } : {};
			const outcome = await importFigures(tx, files, { municipalityId: home.id, now: clock.now(), options }); // prettier-ignore
			return { outcome };
		},
	});
}

async function seriesNow(indicator: string): Promise<number> {
	const { lines } = await world.kernel.ask(world.home.visitor, showProfile, { code: 'WK020210' });
	return lines.find((one) => one.indicator === indicator)?.seriesId ?? 0;
}

const analyst = () => world.home.members.analyst;
const content = () => ({
	kind: 'risk',
	text: 'Er wonen weinig mensen voor een supermarkt.',
	themes: ['huishouding'],
});
const add = (requestId?: string, over: object = {}) =>
	world.kernel.run(analyst(), addFindingFromFigure, { ...place, ...content(), ...over }, requestId);

describe('a finding made of a figure', () => {
	it('begins with a sentence and a proposal, and nothing decided', async () => {
		const begin = await world.kernel.ask(analyst(), beginFigureFinding, place);
		expect(begin).toMatchObject({
			name: 'Inwoners',
			sentences: {
				statement: 'In 2020 woonden in WK020210 3.895 mensen; in heel Arnhem ging het om 161.348.',
			},
			standing: 'unknown',
			themes: [],
			evidenceId: null,
		});
	});

	it('makes the finding and its source in one command, and once', async () => {
		const requestId = newId();
		const first = await add(requestId);
		expect(await add(requestId)).toEqual(first);
		const finding = await world.kernel.ask(analyst(), readFinding, { findingId: first.id });
		expect(finding).toMatchObject({
			kind: 'risk',
			sources: [{ id: first.evidenceId, kind: 'figure' }],
		});
		const source = await world.kernel.ask(analyst(), readEvidence, {
			evidenceId: first.evidenceId,
		});
		expect(source.details as FigureDetails).toMatchObject({
			value: 3895,
			kind: 'register',
			isProvisional: false,
			level: 'district',
			checksum: expect.stringMatching(/./) as string,
			comparison: [{ level: 'municipality' }, { level: 'country' }],
		});
	});

	it('of a figure that is a source already rests on that one', async () => {
		const { id: source } = await world.kernel.run(analyst(), useFigureAsSource, place);
		expect((await add()).evidenceId).toBe(source);
		const begin = await world.kernel.ask(analyst(), beginFigureFinding, place);
		expect(begin.evidenceId).toBe(source);
	});

	it('names every wrong field, and leaves nothing behind', async () => {
		const counted = async () =>
			(await world.kernel.ask(analyst(), listNewerFigures, place)).items.length;
		const before = await counted();
		await expect(add(undefined, { kind: '', text: '', themes: [] })).rejects.toMatchObject({
			problems: [{ path: 'kind' }, { path: 'text' }, { path: 'themes' }],
		});
		await expect(add(undefined, { themes: ['geen-thema'] })).rejects.toMatchObject({
			problems: [{ path: 'themes', code: 'unknown_theme' }],
		});
		await expect(add(undefined, { seriesId: 999_999 })).rejects.toMatchObject({
			problems: [{ path: 'seriesId', code: 'unknown' }],
		});
		expect(await counted()).toBe(before);
	});

	it('is no matter for readers and visitors', async () => {
		const { members, visitor } = world.home;
		const ask = (actor: typeof visitor) => world.kernel.ask(actor, beginFigureFinding, place);
		await expect(ask(members.reader as never)).rejects.toMatchObject({ code: 'role_not_allowed' });
		await expect(ask(visitor)).rejects.toMatchObject({ status: 404 });
	});
});

describe('a newer figure', () => {
	const newer = async () => (await world.kernel.ask(analyst(), listNewerFigures, place)).items;
	const read = async (evidenceId: string) =>
		world.kernel.ask(analyst(), readFigureSource, { evidenceId });

	it('is not told while the table is what it was', async () => {
		expect(await newer()).toEqual([]);
	});

	it('is told when the publisher revised it, and kept off with a reason until it is asked again', async () => {
		await bring('kwb2020.csv', smallCsv(country, arnhem, geitenkamp.replace('3895', '4000')));
		const [found] = await newer();
		expect(found).toMatchObject({
			isRevision: true,
			before: '3.895 (2020)',
			now: '4.000 (2020)',
			kept: null,
		});
		const { evidenceId = '', seriesId = 0 } = found ?? {};
		const reason = 'Het oude cijfer hoort bij het gesprek van toen.';
		const keep = () => world.kernel.run(analyst(), keepFigure, { evidenceId, seriesId, reason });
		const { id } = await keep();
		expect(await newer()).toMatchObject([{ kept: { id, reason } }]);
		await expect(keep()).rejects.toMatchObject({ code: 'figure.choice_made' });
		await world.kernel.run(analyst(), withdrawKeptFigure, { keptFigureId: id, version: 1 });
		expect(await newer()).toMatchObject([{ kept: null }]);
		const stale = { evidenceId, seriesId: place.seriesId, reason };
		await expect(world.kernel.run(analyst(), keepFigure, stale)).rejects.toMatchObject({
			code: 'figure.not_newest',
		});
	});

	it('is taken over: a new snapshot, with the old one in the history', async () => {
		const [found] = await newer();
		const { evidenceId = '', seriesId = 0 } = found ?? {};
		await world.kernel.run(analyst(), takeNewerFigure, { evidenceId, seriesId, version: 1 });
		expect(await newer()).toEqual([]);
		const source = await read(evidenceId);
		expect(source.sentences.statement).toContain('4.000 mensen');
		expect(source.newer).toBeNull();
		expect(source.former).toHaveLength(1);
		expect(source.former[0]?.sentences.statement).toContain('3.895 mensen');
		const again = { evidenceId, seriesId, version: 2 };
		await expect(world.kernel.run(analyst(), takeNewerFigure, again)).rejects.toMatchObject({
			code: 'figure.not_newest',
		});
	});

	it('is told of a later year, with both in sentences', async () => {
		const csv = smallCsv(country, arnhem, geitenkamp.replace('3895', '4100'));
		await bring('kwb2021.csv', csv);
		const [found] = await newer();
		expect(found).toMatchObject({ isRevision: false, before: '4.000 (2020)', now: '4.100 (2021)' });
		const source = await read(found?.evidenceId ?? '');
		expect(source.newer?.sentences.statement).toContain('In 2021 woonden');
	});
});
