import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMunicipality } from '#features/accounts/municipality.create.server.ts';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { id, line, wholeNumber } from '#kernel/fields.ts';
import { newId } from '#kernel/id.ts';
import { anyone, members, type Policy } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { reading } from '#server/database/transaction.ts';
import { createKernel, scopeOf } from '#kernel/kernel.server.ts';
import { sqlAsOwner, watch } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';

const world = await testWorld();
const { kernel, home, changes } = world;
const { owner } = world.database;
const manager = home.members.process_manager;

/** A trajectory nobody has started yet. */
let areas = 0;
const fresh = () => ({ areaName: `Wijk ${(areas += 1)}`, startYear: 2030, endYear: 2034 });

beforeEach(() => void changes.splice(0));

async function refusal(work: Promise<unknown>): Promise<Failure> {
	const failure: unknown = await work.then(
		() => new Error('it was not refused'),
		(error: unknown) => error,
	);
	if (failure instanceof Failure) return failure;
	throw failure;
}

async function count(table: string, where: string, value: string): Promise<number> {
	const rows = await sqlAsOwner<{ n: number }>(
		owner,
		`SELECT count(*)::int AS n FROM ${table} WHERE ${where} = $1`,
		[value],
	);
	return rows[0]?.n ?? -1;
}

/** Writes an organisation, and then does what a test wants in the same transaction. */
function writesThen(then: () => Promise<void>, allow: Policy<unknown> = members) {
	return command({
		name: 'test.write',
		summary: 'Writes, and then does something.',
		http: { method: 'POST', path: '/test' },
		input: v.object({ name: line(120) }),
		subject: nothing,
		allow,
		async run({ tx, actor, clock, requestId }, { name }) {
			await tx
				.insertInto('organisation')
				.values({
					municipality_id: actor.municipalityId as string,
					id: requestId,
					name,
					sector: 'other',
					created_at: clock.now(),
				}) // prettier-ignore
				.execute();
			await then();
			return { id: requestId };
		},
		trajectory: () => home.trajectoryId,
	});
}

describe('input', () => {
	it('is refused with every problem at once, each named by its field', async () => {
		const failure = await refusal(kernel.run(manager, startTrajectory, { startYear: 'x', endYear: 1900, areaCode: 'W!' })); // prettier-ignore
		expect(failure).toMatchObject({ code: 'input.invalid', status: 400 });
		expect(failure.problems.map(({ path }) => path).sort()).toEqual([
			'areaCode',
			'areaName',
			'endYear',
			'startYear',
		]);
	});

	it('is checked before anything is read or written', async () => {
		let reached = false;
		const never = command({
			...writesThen(async () => {}),
			subject: async () => {
				reached = true;
				return null;
			},
		});
		expect((await refusal(kernel.run(manager, never, {}))).code).toBe('input.invalid');
		expect(reached).toBe(false);
	});

	it('loses what the schema does not name', async () => {
		const seen: object[] = [];
		const looks = query({
			name: 'test.look',
			summary: 'Shows what it got.',
			input: v.object({ a: line() }),
			subject: nothing,
			allow: members,
			run: async (_, input) => void seen.push(input),
		});
		await kernel.ask(manager, looks, { a: 'b', municipalityId: 'x', __proto__: { role: 'x' } });
		expect(seen).toEqual([{ a: 'b' }]);
	});
});

describe('a policy', () => {
	it('that says no keeps everything as it was, with the name of the no', async () => {
		const no = writesThen(async () => {}, () => 'role_not_allowed'); // prettier-ignore
		const failure = await refusal(kernel.run(manager, no, { name: 'Nee' }));
		expect(failure).toMatchObject({ code: 'role_not_allowed', status: 403 });
		expect(await count('organisation', 'name', 'Nee')).toBe(0);
	});

	it('that says anything but true says no', async () => {
		for (const verdict of [undefined, null, 'yes', 1, {}, false]) {
			const odd = writesThen(async () => {}, () => verdict as never); // prettier-ignore
			await expect(kernel.run(manager, odd, { name: 'Vreemd' })).rejects.toThrow();
		}
		expect(await count('organisation', 'name', 'Vreemd')).toBe(0);
	});

	it('that is missing does not load', () => {
		expect(() => command({ ...writesThen(async () => {}), allow: undefined as never })).toThrow(/no policy/); // prettier-ignore
	});

	it('sends whoever is not signed in there', async () => {
		const failure = await refusal(kernel.run(home.visitor, startTrajectory, fresh()));
		expect(failure).toMatchObject({ code: 'sign_in_first', status: 401 });
	});
});

describe('a command', () => {
	it('that breaks half-way leaves nothing: no row, no record, no message', async () => {
		const stored = await watch(owner);
		const before = await stored.state(null);
		const breaks = writesThen(async () => Promise.reject(new Error('half-way')));
		await expect(kernel.run(manager, breaks, { name: 'Half' })).rejects.toThrow('half-way');
		const refused = writesThen(async () => Promise.reject(new Failure('not_found', 404)));
		expect((await refusal(kernel.run(manager, refused, { name: 'Half' }))).code).toBe('not_found');
		expect(await stored.state(null)).toEqual(before);
		expect(changes).toEqual([]);
		await stored.end();
	});

	it('leaves a record of who did what, when and about what, and none of its texts', async () => {
		const requestId = newId();
		const input = { ...fresh(), goals: 'Een geheim doel' };
		await kernel.run(manager, startTrajectory, input, requestId);
		const [record] = await sqlAsOwner(owner, 'SELECT * FROM command_record WHERE id = $1', [
			requestId,
		]);
		expect(record).toMatchObject({
			municipality_id: home.id,
			command: 'trajectory.start',
			membership_id: manager.membershipId,
			at: world.clock.now(),
			trajectory_id: requestId,
			subject_id: requestId,
		});
		expect(JSON.stringify(record)).not.toContain('geheim');
	});

	it('of the program itself is recorded without a person', async () => {
		const requestId = newId();
		await kernel.run(home.system, startTrajectory, fresh(), requestId);
		const records = await sqlAsOwner(owner, 'SELECT membership_id FROM command_record WHERE id = $1', [requestId]); // prettier-ignore
		expect(records).toEqual([{ membership_id: null }]);
	});

	it('is told to live readers after it is stored, with what changed', async () => {
		const requestId = newId();
		const seen: number[] = [];
		const telling = createKernel({
			pool: kernel.pool,
			clock: world.clock,
			// Another connection sees the row at the moment of the message: it is committed.
			publish: (change) =>
				void count('trajectory', 'id', change.trajectoryId).then((n) => seen.push(n)),
		});
		await telling.run(manager, startTrajectory, fresh(), requestId);
		await expect.poll(() => seen).toEqual([1]);
		const { id } = await kernel.run(manager, startTrajectory, fresh());
		expect(changes).toMatchObject([
			{
				municipalityId: home.id,
				command: 'trajectory.start',
				touched: [{ thing: 'trajectory', id }],
			},
		]);
	});

	it('of a record cannot be changed or removed by the program', async () => {
		const client = await kernel.pool.connect();
		try {
			await client.query('BEGIN');
			await client.query(
				`SELECT set_config('app.municipality', $1, true), set_config('app.audience', 'member', true)`,
				[home.id],
			);
			const { rows } = await client.query('SELECT id FROM command_record');
			expect(rows).not.toEqual([]);
			// Removing is for the job that clears what is past its period, and says so in its transaction.
			expect((await client.query('DELETE FROM command_record')).rowCount).toBe(0);
			const change = client.query('UPDATE command_record SET command = command');
			await expect(change).rejects.toMatchObject({ code: '42501' });
		} finally {
			await client.query('ROLLBACK');
			client.release();
		}
	});
});

describe('the same request', () => {
	it('twice gives the first answer again and is carried out once', async () => {
		const [requestId, input] = [newId(), fresh()];
		const first = await kernel.run(manager, startTrajectory, input, requestId);
		const second = await kernel.run(manager, startTrajectory, input, requestId);
		expect(second).toEqual(first);
		expect(await count('trajectory', 'area_name', input.areaName)).toBe(1);
		expect(changes).toHaveLength(1);
	});

	it('with another input, by another person or for another command is refused', async () => {
		const requestId = newId();
		const input = fresh();
		await kernel.run(manager, startTrajectory, input, requestId);
		const other = await world.addMember(home, 'process_manager', home.organisations.municipality);
		const again = [
			() => kernel.run(manager, startTrajectory, { ...input, endYear: 2036 }, requestId),
			() => kernel.run(other, startTrajectory, input, requestId),
			() =>
				kernel.run(
					manager,
					writesThen(async () => {}),
					{ name: 'Ander' },
					requestId,
				),
		];
		for (const repeat of again)
			expect(await refusal(repeat())).toMatchObject({ code: 'request_reused', status: 409 });
	});

	it('that failed may be sent again', async () => {
		const requestId = newId();
		let works = false;
		const shaky = writesThen(async () => (works ? undefined : Promise.reject(new Error('down'))));
		await expect(kernel.run(manager, shaky, { name: 'Nog eens' }, requestId)).rejects.toThrow(
			'down',
		);
		works = true;
		expect(await kernel.run(manager, shaky, { name: 'Nog eens' }, requestId)).toEqual({ id: requestId }); // prettier-ignore
	});

	it.each([2, 20])('%i times at one moment is carried out once', async (times) => {
		const [requestId, input] = [newId(), fresh()];
		const answers = await Promise.all(
			Array.from({ length: times }, () => kernel.run(manager, startTrajectory, input, requestId)),
		);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(await count('trajectory', 'area_name', input.areaName)).toBe(1);
		expect(await count('command_record', 'id', requestId)).toBe(1);
		expect(changes).toHaveLength(1);
	});

	it('that comes upon what its first copy did meanwhile is answered like the first', async () => {
		const [requestId, input] = [newId(), { name: 'Meteen' }];
		let isCopy = true;
		const write = writesThen(async () => {});
		const slow: typeof write = {
			...write,
			async run(...given: Parameters<typeof write.run>) {
				if (!isCopy) return write.run(...given);
				isCopy = false;
				await kernel.run(manager, slow, input, requestId);
				throw new Failure('input.invalid', 400);
			},
		};
		expect(await kernel.run(manager, slow, input, requestId)).toEqual({ id: requestId });
		expect(await count('organisation', 'id', requestId)).toBe(1);
	});

	it('in another municipality is another request', async () => {
		const requestId = newId();
		await kernel.run(manager, startTrajectory, fresh(), requestId);
		const theirs = world.elsewhere.members.process_manager;
		expect(await kernel.run(theirs, startTrajectory, fresh(), requestId)).toMatchObject({ id: requestId }); // prettier-ignore
	});

	it('with an id of something that is there already is refused', async () => {
		const work = kernel.run(
			manager,
			writesThen(async () => {}),
			{ name: 'Onder andermans nummer' },
			home.organisations.welfare,
		);
		expect(await refusal(work)).toMatchObject({ code: 'request_reused', status: 409 });
	});

	it('with an id that is none is refused', async () => {
		const failure = await refusal(kernel.run(manager, startTrajectory, fresh(), "x' OR 1=1"));
		expect(failure.status).toBe(409);
	});

	it(
		'changes nothing more, whatever is sent in which order (property)',
		{ timeout: 60_000 },
		async () => {
			const step = fc.record({ request: fc.nat(3), area: fc.nat(2), year: fc.integer({ min: 1990, max: 1992 }) }); // prettier-ignore
			let round = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
					round += 1;
					const town = await createMunicipality(owner, world.clock, { name: `P ${round}`, slug: `p-${round}`, code: 'GM0001' }); // prettier-ignore
					const actor = { ...home.system, municipalityId: town.municipalityId };
					const requests = [newId(), newId(), newId(), newId()];
					const taken = new Set<string>();
					const answers = new Map<number, { input: string; answer: unknown }>();
					for (const { request, area, year } of steps) {
						const input = { areaName: `Wijk ${area}`, startYear: year, endYear: year };
						const key = JSON.stringify(input);
						const before = answers.get(request);
						const work = kernel.run(actor, startTrajectory, input, requests[request]);
						if (before && before.input === key) expect(await work).toEqual(before.answer);
						else if (before) expect((await refusal(work)).code).toBe('request_reused');
						else if (taken.has(key)) expect((await refusal(work)).code).toBe('input.invalid');
						else {
							answers.set(request, { input: key, answer: await work });
							taken.add(key);
						}
					}
					const listed = await kernel.ask(actor, listTrajectories, {});
					expect(listed).toHaveLength(taken.size);
				}),
				{ numRuns: 25 },
			);
		},
	);
});

describe('a query', () => {
	it('that forces a write is refused by the database', async () => {
		const forces = query({
			name: 'test.force',
			summary: 'Tries to write.',
			input: v.object({}),
			subject: nothing,
			allow: anyone,
			async run({ reader }) {
				const forced = reader as unknown as Tx;
				await forced.deleteFrom('phase').execute();
			},
		});
		// 25006: read_only_sql_transaction
		await expect(kernel.ask(manager, forces, {})).rejects.toMatchObject({ code: '25006' });
		await expect(
			reading(kernel.pool, scopeOf(home.system), async (reader) =>
				(reader as unknown as Tx)
					.insertInto('phase')
					.values({
						municipality_id: home.id,
						id: newId(),
						trajectory_id: home.trajectoryId,
						step: 'agenda',
						name: 'x',
						position: 1,
					}) // prettier-ignore
					.execute(),
			),
		).rejects.toMatchObject({ code: '25006' });
	});

	it('gives its connection back, also when it fails', async () => {
		const fails = query({
			name: 'test.fail',
			summary: 'Fails.',
			input: v.object({ id: id(), n: wholeNumber(1, 2) }),
			subject: nothing,
			allow: anyone,
			run: async () => Promise.reject(new Error('broken')),
		});
		for (let turn = 0; turn < 12; turn += 1)
			await expect(kernel.ask(manager, fails, { id: newId(), n: 1 })).rejects.toThrow('broken');
		await expect.poll(() => kernel.pool.idleCount).toBe(kernel.pool.totalCount);
		expect(await kernel.ask(manager, listTrajectories, {})).not.toEqual([]);
	});
});
