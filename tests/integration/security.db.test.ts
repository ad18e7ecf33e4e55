import { afterAll, describe, expect, it } from 'vitest';
import { roles } from '#features/accounts/role.schema.ts';
import { commands, queries } from '#features/registry.server.ts';
import * as v from 'valibot';
import type { Actor } from '#kernel/actor.ts';
import { command, type AnyCommand } from '#kernel/command.server.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query, type AnyQuery } from '#kernel/query.server.ts';
import { createPool } from '#server/database/pool.ts';
import { Failure } from '#kernel/failure.ts';
import { createKernel, type Kernel } from '#kernel/kernel.server.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill, type FilledTown } from '#tests/support/filled-world.ts';
import { idsIn } from '#tests/support/sample-input.ts';
import { watch } from '#tests/support/tenant-tables.ts';
import { undoingPool } from '#tests/support/undoing.ts';
import { testWorld } from '#tests/support/world.ts';
import { calls, type Audience } from './calls.ts';

type Endpoint = AnyCommand | AnyQuery;
type Asked = Pick<Endpoint, 'kind' | 'name'>;
type Outcome = { output: unknown } | { failure: Failure };

const world = await fill(await testWorld());
const { home, elsewhere } = world.filled;
const { owner } = world.database;
const stored = await watch(owner);
afterAll(stored.end);
const endpoints: Endpoint[] = [...commands, ...queries];
const named = endpoints.map((endpoint) => [endpoint.name, endpoint] as const);
const audiences: Audience[] = ['visitor', ...roles];

/** The kernel of the program, but nothing stays: every command is undone where it would be committed. */
const undoing = createKernel({ pool: undoingPool(world.kernel.pool), clock: world.clock, publish: () => {} }); // prettier-ignore
/** The program with its own policies switched off: row-level security stands alone. */
const unjudged = createKernel({ pool: world.kernel.pool, clock: world.clock, publish: () => {}, judge: () => true }); // prettier-ignore
const unjudgedUndoing = createKernel({ pool: undoingPool(world.kernel.pool), clock: world.clock, publish: () => {}, judge: () => true }); // prettier-ignore

function actorAs(audience: Audience, town: FilledTown): Actor {
	// An address of its own for each visit: what is tested here is no rate limit.
	if (audience !== 'visitor') return town.members[audience];
	return { ...town.visitor, address: `192.0.2.${Math.random()}` };
}

async function attempt(
	kernel: Kernel,
	actor: Actor,
	endpoint: Asked,
	input: unknown,
): Promise<Outcome> {
	try {
		const output: unknown =
			endpoint.kind === 'command'
				? await kernel.run(actor, endpoint as never, input)
				: await kernel.ask(actor, endpoint as never, input);
		return { output };
	} catch (failure) {
		if (failure instanceof Failure) return { failure };
		throw new Error(`${endpoint.name} broke instead of refusing`, { cause: failure });
	}
}

function told(outcome: Outcome): string {
	if ('output' in outcome) return 'yes';
	const { code, status, problems } = outcome.failure;
	return `${status} ${code} ${problems.map((problem) => `${problem.path}: ${problem.code}`).join(', ')}`.trim();
}

it('every command and query stands in the table of who may', () => {
	const names = endpoints.map(({ name }): string => name).sort();
	expect(names.filter((name) => !(name in calls))).toEqual([]);
	expect(Object.keys(calls).filter((name) => !names.includes(name))).toEqual([]);
});

describe('who may', () => {
	it.each(named)('%s', async (name, endpoint) => {
		const call = calls[name];
		const answers = new Map<Audience, string>();
		for (const audience of audiences) {
			const input = inputOf(endpoint, home.open);
			const outcome = await attempt(undoing, actorAs(audience, home), endpoint, input);
			const refusals = call?.hides ? [401, 403, 404] : [401, 403];
			const isRefusal = 'failure' in outcome && refusals.includes(outcome.failure.status);
			const expected = 'failure' in outcome && outcome.failure.code === call?.fails;
			answers.set(audience, isRefusal ? 'no' : expected ? 'yes' : told(outcome));
		}
		const wanted = audiences.map((it) => [it, call?.by.includes(it) ? 'yes' : 'no'] as const);
		expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(wanted));
	});
});

describe('a visitor', () => {
	it.each(named)('gets nothing of what is not public: %s', async (_, endpoint) => {
		const input = inputOf(endpoint, home.closed);
		const outcome = await attempt(undoing, actorAs('visitor', home), endpoint, input);
		if (calls[endpoint.name]?.acrossMunicipalities) return;
		if ('output' in outcome) expect(JSON.stringify(outcome)).not.toContain(home.closedMark);
		else if (outcome.failure.code !== calls[endpoint.name]?.fails)
			expect([400, 401, 404]).toContain(outcome.failure.status);
	});

	it.each(named)('not even with policies switched off: %s', async (_, endpoint) => {
		const before = await stored.state(null);
		const input = inputOf(endpoint, home.closed);
		const outcome = await bare(unjudged, actorAs('visitor', home), endpoint, input);
		if (!calls[endpoint.name]?.acrossMunicipalities) expect(outcome).not.toContain(home.closedMark);
		if (!endpoint.name.startsWith('session.')) expect(await stored.state(null)).toEqual(before);
	});
});

describe('what belongs to another municipality', () => {
	it.each(named)('is out of reach for every role: %s', async (_, endpoint) => {
		const before = await stored.state(elsewhere.id);
		for (const audience of audiences)
			for (const rows of [elsewhere.closed, elsewhere.open]) {
				const input = inputOf(endpoint, rows);
				const outcome = await attempt(undoing, actorAs(audience, home), endpoint, input);
				if (calls[endpoint.name]?.acrossMunicipalities) continue;
				expect(JSON.stringify(outcome)).not.toContain(elsewhere.mark);
				if (idsIn(input, rows).length === 0) continue;
				if (endpoint.kind === 'command') expect(told(outcome)).toMatch(/^40[0134]/);
			}
		expect(await stored.state(elsewhere.id)).toEqual(before);
	});

	it.each(named)('cannot be slipped in among one’s own: %s', async (_, endpoint) => {
		const own = inputOf(endpoint, home.open);
		const theirs = inputOf(endpoint, elsewhere.open);
		for (const field of idsIn(theirs, elsewhere.open)) {
			const input = { ...own, [field]: theirs[field] };
			const outcome = await attempt(undoing, home.members.process_manager, endpoint, input);
			expect(JSON.stringify(outcome)).not.toContain(elsewhere.mark);
			if (endpoint.kind === 'command' && !calls[endpoint.name]?.ignoresUnknown)
				expect(`${field}: ${told(outcome)}`).toMatch(/: 40[0134] /);
		}
	});

	it.each(named)('stays so with policies switched off: %s', async (_, endpoint) => {
		const before = await stored.state(elsewhere.id);
		for (const audience of audiences)
			for (const rows of [elsewhere.closed, elsewhere.open]) {
				const actor = actorAs(audience, home);
				const outcome = await bare(unjudgedUndoing, actor, endpoint, inputOf(endpoint, rows));
				if (!calls[endpoint.name]?.acrossMunicipalities)
					expect(outcome).not.toContain(elsewhere.mark);
			}
		// And once for good, so that what is stored is looked at as well.
		const input = inputOf(endpoint, elsewhere.open);
		await bare(unjudged, home.members.process_manager, endpoint, input);
		if (!endpoint.name.startsWith('session.'))
			expect(await stored.state(elsewhere.id)).toEqual(before);
	});
});

describe('a query or command that forgets the municipality', () => {
	const reads = query({
		name: 'test.forgetful',
		summary: 'Reads every finding.',
		input: v.object({}),
		subject: nothing,
		allow: anyone,
		run: ({ reader }) => reader.selectFrom('finding').select('text').execute(),
	});
	const writes = command({
		name: 'test.write',
		summary: 'Changes every finding.',
		http: { method: 'POST', path: '/test' },
		input: v.object({}),
		subject: nothing,
		allow: anyone,
		async run({ tx }) {
			await tx.updateTable('finding').set({ signal_kind: null }).execute();
			return {};
		},
	});

	it('reaches its own municipality only', async () => {
		const before = await stored.state(elsewhere.id);
		const own = await bare(world.kernel, home.members.reader, reads, {});
		expect(own).toContain(home.mark);
		expect(own).not.toContain(elsewhere.mark);
		expect(await bare(undoing, home.members.reader, writes, {})).not.toBe('"refused"');
		expect(await stored.state(elsewhere.id)).toEqual(before);
	});

	it('is seen by these tests where the database does not stop it', async () => {
		const pool = createPool(owner, 1);
		const above = createKernel({ pool, clock: world.clock, publish: () => {} });
		const before = await stored.state(elsewhere.id);
		expect(await bare(above, home.members.reader, reads, {})).toContain(elsewhere.mark);
		await above.run(home.members.reader, writes, {});
		expect(await stored.state(elsewhere.id)).not.toEqual(before);
		await pool.end();
	});
});

/** What comes out when nobody asked a policy: the database itself may be the one that refuses. */
async function bare(
	kernel: Kernel,
	actor: Actor,
	endpoint: Asked,
	input: unknown,
): Promise<string> {
	const outcome = await attempt(kernel, actor, endpoint, input).catch(() => 'refused');
	return JSON.stringify(outcome);
}
