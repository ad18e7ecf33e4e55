import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { listFindings } from './finding-list.queries.server.ts';
import { findingHistory, readFinding } from './finding-page.queries.server.ts';
import {
	addFinding,
	changeFinding,
	moveFinding,
	restoreFinding,
	withdrawFinding,
} from './finding.commands.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const risk = { kind: 'risk', text: 'Weinig mensen gaan naar buiten.', themes: ['ontmoeting'] };
const professional = () => world.home.members.professional;

async function added(input: object = risk): Promise<string> {
	const { trajectoryId } = world.home;
	const { id } = await world.kernel.run(professional(), addFinding, { trajectoryId, ...input });
	return id;
}

const read = (findingId: string) => world.kernel.ask(professional(), readFinding, { findingId });

async function failureOf(attempt: Promise<unknown>): Promise<Failure> {
	const caught = await attempt.then(
		() => null,
		(error: unknown) => error,
	);
	if (!(caught instanceof Failure)) throw new Error('There was no expected failure.');
	return caught;
}

describe('adding a finding', () => {
	it('puts it in the form for the organisation of its writer', async () => {
		expect(await read(await added())).toMatchObject({
			...risk,
			organisation: { id: world.home.organisations.welfare },
			sources: [],
			version: 1,
		});
	});

	it('tells everything that is wrong at once', async () => {
		const failure = await failureOf(added({ kind: 'rumour', text: ' ', themes: [] }));
		expect(failure.problems.map(({ path }) => path).sort()).toEqual(['kind', 'text', 'themes']);
	});

	it('refuses a theme or kind that the framework of the trajectory does not have', async () => {
		const failure = await failureOf(
			added({ kind: 'signal', signalKind: 'need', text: 'Iets', themes: ['ruimtevaart'] }),
		);
		expect(failure.problems).toEqual([
			{ path: 'kind', code: 'unknown' },
			{ path: 'themes', code: 'unknown_theme' },
		]);
	});

	it('refuses a text that makes a person recognisable', async () => {
		const failure = await failureOf(added({ ...risk, text: 'Bel 06-12345678 voor meer.' }));
		expect(failure.problems[0]).toMatchObject({ path: 'text', code: 'identifies_person' });
	});

	it('is done once, however often the same request is sent', async () => {
		const input = { trajectoryId: world.home.trajectoryId, ...risk };
		const requestId = newId();
		const first = await world.kernel.run(professional(), addFinding, input, requestId);
		expect(await world.kernel.run(professional(), addFinding, input, requestId)).toEqual(first);
	});

	it.each(['reader', 'decision_maker', 'administrator'] as const)(
		'is not for a %s',
		async (role) => {
			const input = { trajectoryId: world.home.trajectoryId, ...risk };
			const failure = await failureOf(
				world.kernel.run(world.home.members[role], addFinding, input),
			);
			expect(failure.status).toBe(403);
		},
	);

	it('in the trajectory of another municipality finds nothing', async () => {
		const input = { trajectoryId: world.elsewhere.trajectoryId, ...risk };
		expect((await failureOf(world.kernel.run(professional(), addFinding, input))).code).toBe(
			'not_found',
		);
	});
});

describe('changing a finding', () => {
	it('keeps the former text, with who wrote it and when', async () => {
		const findingId = await added();
		await world.kernel.run(world.home.members.process_manager, changeFinding, {
			findingId,
			version: 1,
			...risk,
			text: 'Weinig ouderen gaan naar buiten.',
		});
		const versions = await world.kernel.ask(professional(), findingHistory, { findingId });
		expect(versions.map(({ version, text, changedBy }) => [version, text, changedBy])).toEqual([
			[2, 'Weinig ouderen gaan naar buiten.', 'Test process_manager, Gemeente Arnhem'],
			[1, risk.text, expect.stringContaining('Test professional')],
		]);
	});

	it('by a second writer is refused with what the first one wrote, and then goes through', async () => {
		const findingId = await added();
		const write = (text: string, version: number) =>
			world.kernel.run(professional(), changeFinding, { findingId, version, ...risk, text });
		await write('De eerste tekst.', 1);
		const failure = await failureOf(write('De tweede tekst.', 1));
		expect(failure).toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { version: 2, text: 'De eerste tekst.' } },
		});
		expect((await read(findingId)).text).toBe('De eerste tekst.');
		await write('De eerste en de tweede tekst.', 2);
		expect(await read(findingId)).toMatchObject({
			text: 'De eerste en de tweede tekst.',
			version: 3,
		});
	});

	it('of another municipality finds nothing', async () => {
		const findingId = await added();
		const stranger = world.elsewhere.members.process_manager;
		const attempt = world.kernel.run(stranger, changeFinding, { findingId, version: 1, ...risk });
		expect((await failureOf(attempt)).code).toBe('not_found');
	});
});

describe('moving a finding', () => {
	it('to another column and theme keeps its text and its other themes', async () => {
		const findingId = await added({ ...risk, themes: ['ontmoeting', 'sport'] });
		const move = { findingId, version: 1, kind: 'protective', theme: 'cultuur' };
		await world.kernel.run(professional(), moveFinding, move);
		expect(await read(findingId)).toMatchObject({
			kind: 'protective',
			text: risk.text,
			themes: ['cultuur', 'sport'],
		});
	});

	it('to a theme that is not there is refused at that field', async () => {
		const move = { findingId: await added(), version: 1, kind: 'risk', theme: 'ruimtevaart' };
		const failure = await failureOf(world.kernel.run(professional(), moveFinding, move));
		expect(failure.problems).toEqual([{ path: 'theme', code: 'unknown_theme' }]);
	});
});

describe('withdrawing a finding', () => {
	it('needs a reason, takes it out of the list, and can be undone', async () => {
		const findingId = await added();
		const bare = world.kernel.run(professional(), withdrawFinding, { findingId, version: 1 });
		expect((await failureOf(bare)).problems[0]?.path).toBe('reason');

		const reason = 'Stond er dubbel.';
		await world.kernel.run(professional(), withdrawFinding, { findingId, version: 1, reason });
		expect(await read(findingId)).toMatchObject({ withdrawnReason: reason, version: 2 });
		expect(await listedIds({ limit: 100 })).not.toContain(findingId);
		expect(await listedIds({ limit: 100, withdrawn: true })).toContain(findingId);

		await world.kernel.run(professional(), restoreFinding, { findingId, version: 2 });
		expect(await listedIds({ limit: 100 })).toContain(findingId);
	});

	it('leaves it as it is: changing comes after restoring', async () => {
		const findingId = await added();
		const reason = 'Stond er dubbel.';
		await world.kernel.run(professional(), withdrawFinding, { findingId, version: 1, reason });
		const change = world.kernel.run(professional(), changeFinding, {
			findingId,
			version: 2,
			...risk,
		});
		expect((await failureOf(change)).code).toBe('withdrawn');
	});
});

async function listedIds(filter: object): Promise<string[]> {
	const { items } = await world.kernel.ask(professional(), listFindings, {
		trajectoryId: world.home.trajectoryId,
		...filter,
	});
	return items.map(({ id }) => id);
}

describe('the list of findings', () => {
	it('goes through all of them in parts, forwards and back, each once', async () => {
		const all = await listedIds({ limit: 100 });
		const { trajectoryId } = world.home;
		const seen: string[] = [];
		let after: string | undefined;
		let previous: string | null = null;
		do {
			const part = await world.kernel.ask(professional(), listFindings, {
				trajectoryId,
				limit: 3,
				after,
			});
			seen.push(...part.items.map(({ id }) => id));
			after = part.next ?? undefined;
			previous = part.previous;
		} while (after);
		expect(seen).toEqual(all);
		expect(all.length).toBeGreaterThan(6);

		const before = await world.kernel.ask(professional(), listFindings, {
			trajectoryId,
			limit: 3,
			before: previous ?? '',
		});
		const at = all.length - (all.length % 3 || 3);
		expect(before.items.map(({ id }) => id)).toEqual(all.slice(at - 3, at));
	});

	it('filters by kind, theme and organisation', async () => {
		const id = await added({ kind: 'protective', text: 'Trots op de wijk.', themes: ['cultuur'] });
		const { welfare, municipality } = world.home.organisations;
		expect(await listedIds({ kind: 'protective', theme: 'cultuur' })).toContain(id);
		expect(await listedIds({ kind: 'risk', theme: 'cultuur' })).not.toContain(id);
		expect(await listedIds({ organisationId: welfare })).toContain(id);
		expect(await listedIds({ organisationId: municipality })).toEqual([]);
	});

	it('gives no more than 100 at once', async () => {
		const failure = await failureOf(listedIds({ limit: 101 }));
		expect(failure.problems[0]).toMatchObject({ path: 'limit', code: 'too_high' });
	});

	it('is closed to the public while the analysis is', async () => {
		const { visitor, trajectoryId } = world.home;
		const failure = await failureOf(world.kernel.ask(visitor, listFindings, { trajectoryId }));
		expect(failure.status).toBe(404);
	});
});
