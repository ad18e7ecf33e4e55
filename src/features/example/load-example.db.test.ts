import { afterAll, beforeAll, expect, it } from 'vitest';
import { listPersonas } from '#features/accounts/session.queries.server.ts';
import { roles } from '#features/accounts/role.schema.ts';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import type { Visitor } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { createKernel } from '#kernel/kernel.server.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { readConfig } from '#server/config.ts';
import { createPool } from '#server/database/pool.ts';
import { setRuntime } from '#server/runtime.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { asOwner } from '#server/database/owner.ts';
import { readExample } from './example-file.ts';
import { exampleId } from './example-step.ts';
import { closeExample } from './close-example.ts';
import { loadExample } from './load-example.ts';
import { lastStepId } from './example-trajectory.ts';

let database: TestDatabase;
const quiet = () => undefined;
const visitor: Visitor = {
	kind: 'visitor',
	municipalityId: exampleId('municipality'),
	language: 'nl',
	address: '192.0.2.1',
};

beforeAll(async () => {
	database = await testDatabase();
	setRuntime({ config: readConfig({}), database });
	await loadExample(database, quiet);
});
afterAll(() => database.drop());

async function asVisitor<T>(work: (kernel: ReturnType<typeof createKernel>) => Promise<T>) {
	const pool = createPool(database.app, 2);
	try {
		return await work(createKernel({ pool, clock: systemClock, publish: quiet }));
	} finally {
		await pool.end();
	}
}

it('shows the public a trajectory in Dutch and the same in English', async () => {
	const list = await asVisitor((kernel) => kernel.ask(visitor, listTrajectories, {}));
	expect(list.map(({ areaSlug }) => areaSlug).sort()).toEqual(['geitenkamp', 'geitenkamp-english']);
	expect(list.map(({ exampleSource }) => exampleSource).sort()).toEqual([
		'Example, after a public report of 2007',
		'Voorbeeld, naar een openbaar verslag uit 2007',
	]);
});

it('offers one persona for every role', async () => {
	const personas = await asVisitor((kernel) => kernel.ask(visitor, listPersonas, {}));
	expect(personas.map(({ role }) => role).sort()).toEqual([...roles].sort());
});

it('is loaded once', async () => {
	expect(await loadExample(database, quiet)).toBe(false);
});

it('goes on where it was broken off', async () => {
	await asOwner(database.owner, (tx) =>
		tx.deleteFrom('command_record').where('id', '=', lastStepId('en')).execute(),
	);
	await asOwner(database.owner, (tx) =>
		tx
			.updateTable('trajectory')
			.set({ public_parts: [], version: 1 })
			.where('area_slug', '=', 'geitenkamp-english')
			.execute(),
	);
	await asOwner(database.owner, (tx) => tx.deleteFrom('kept_version').execute());
	expect(await loadExample(database, quiet)).toBe(true);
	const list = await asVisitor((kernel) => kernel.ask(visitor, listTrajectories, {}));
	expect(list).toHaveLength(2);
});

it('holds everything the file tells, in both languages', async () => {
	const { evidence, findings, provisions, knowledgeNeeds, agendaItems, approaches } = readExample();
	const counts = await asOwner(database.owner, async (tx) => {
		const count = async (
			table: 'evidence' | 'finding' | 'provision' | 'knowledge_need' | 'agenda_item' | 'approach',
		) =>
			Number(
				(
					await tx
						.selectFrom(table)
						.select((eb) => eb.fn.countAll().as('n'))
						.executeTakeFirstOrThrow()
				).n,
			);
		return {
			evidence: await count('evidence'),
			findings: await count('finding'),
			provisions: await count('provision'),
			needs: await count('knowledge_need'),
			items: await count('agenda_item'),
			approaches: await count('approach'),
		};
	});
	expect(counts).toEqual({
		evidence: 2 * evidence.length,
		findings: 2 * findings.length,
		provisions: 2 * provisions.length,
		needs: 2 * knowledgeNeeds.length,
		items: 2 * agendaItems.length,
		approaches: 2 * approaches.length,
	});
});

it('lets nobody in any more once the program is in production', async () => {
	const kinds = ['browser', 'token'] as const;
	const secrets = kinds.map(newSecret);
	await asOwner(database.owner, async (tx) => {
		const membership = await tx
			.selectFrom('membership')
			.select(['municipality_id', 'id as membership_id'])
			.where('persona', 'is not', null)
			.executeTakeFirstOrThrow();
		const [created_at, expires_at] = [new Date(), new Date(Date.now() + 3_600_000)];
		for (const [at, kind] of kinds.entries())
			await tx
				.insertInto('session')
				.values({
					...membership,
					kind,
					created_at,
					expires_at,
					digest: digestOf(secrets[at] ?? ''),
				}) // prettier-ignore
				.execute();
	});
	const whoIsIn = () =>
		asVisitor(({ pool }) =>
			Promise.all(
				secrets.map((secret) =>
					pool
						.query('SELECT * FROM find_session($1, now())', [digestOf(secret)])
						.then(({ rowCount }) => rowCount),
				),
			),
		);
	expect(await whoIsIn()).toEqual([1, 1]);
	expect(await closeExample(database.owner, systemClock)).toBe(2);
	expect(await whoIsIn()).toEqual([0, 0]);
});
