import { afterAll, beforeAll, expect, it } from 'vitest';
import { listPersonas } from '#features/accounts/session.queries.server.ts';
import { roles } from '#features/accounts/role.schema.ts';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import { listPatterns } from '#features/signals/signal.queries.server.ts';
import type { Member, Visitor } from '#kernel/actor.ts';
import { dayOf, systemClock } from '#kernel/clock.ts';
import { createKernel } from '#kernel/kernel.server.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { readConfig } from '#server/config.ts';
import { createPool } from '#server/database/pool.ts';
import { setRuntime } from '#server/runtime.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { asOwner } from '#server/database/owner.ts';
import { readExample } from './example-file.ts';
import { readLifeworld } from './lifeworld-file.ts';
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

const leader: Member = {
	...{ kind: 'member', via: 'browser', session: null, language: 'nl', role: 'process_manager' },
	...{ municipalityId: exampleId('municipality'), municipalitySlug: 'arnhem' },
	...{ municipalityName: 'Arnhem', organisationName: '', name: '' },
	membershipId: exampleId('persona', 'procesmanager'),
	personId: exampleId('persona', 'procesmanager'),
	organisationId: exampleId('organisation', 'gemeente-arnhem'),
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
			.set({ public_parts: ['recognition'], version: 2 })
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
	const lived = readLifeworld();
	const reactions = lived.recognition.submissions.flatMap((one) => one.reactions);
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
		evidence:
			2 *
			(evidence.length +
				lived.observations.length +
				lived.walks.length +
				lived.conversations.length +
				lived.notes.filter(({ shared }) => shared).length +
				lived.signals.length +
				reactions.filter(({ judged, refused }) => judged && !refused).length),
		findings: 2 * findings.length,
		provisions: 2 * provisions.length,
		needs: 2 * knowledgeNeeds.length,
		items: 2 * agendaItems.length,
		approaches: 2 * approaches.length,
	});
});

it('shows a lived world of the last weeks: signals in every state, a meeting that was held and one to come', async () => {
	const { signals, meetings, round, passages } = await asOwner(database.owner, async (tx) => ({
		signals: await tx.selectFrom('signal').select(['state', 'created_at']).execute(),
		meetings: await tx
			.selectFrom('core_meeting')
			.select(['state', 'held_on', 'told_at'])
			.orderBy('held_on')
			.execute(),
		round: await tx
			.selectFrom('recognition_reaction')
			.select(['state'])
			.select((eb) => eb.fn.countAll<number>().as('n'))
			.groupBy('state')
			.orderBy('state')
			.execute(),
		passages: await tx.selectFrom('passage').select('text').execute(),
	}));
	const states = signals.map(({ state }) => state);
	expect(states.toSorted()).toEqual(
		[...'enough open open open passed_on project reported'.split(' ')]
			.flatMap((state) => [state, state])
			.toSorted(),
	);
	const now = Date.now();
	const age = (moment: Date) => (now - moment.getTime()) / 86_400_000;
	expect(signals.every(({ created_at }) => age(created_at) > 0 && age(created_at) < 60)).toBe(true);
	const today = dayOf(new Date());
	expect(meetings.map(({ state, held_on }) => [state, held_on > today])).toEqual([
		['closed', false],
		['closed', false],
		['planned', true],
		['planned', true],
	]);
	expect(meetings.filter(({ told_at }) => told_at !== null)).toHaveLength(2);
	expect(round).toEqual([
		{ state: 'counted', n: 10 },
		{ state: 'refused', n: 2 },
		{ state: 'waiting', n: 2 },
	]);
	const marks = readLifeworld().passages.flatMap(({ words }) => [words.nl, words.en]);
	expect(passages.map(({ text }) => text).toSorted()).toEqual(marks.toSorted());
});

it('has a pattern to show', async () => {
	const trajectory = await asOwner(database.owner, (tx) =>
		tx
			.selectFrom('trajectory')
			.select('id')
			.where('area_slug', '=', 'geitenkamp')
			.executeTakeFirstOrThrow(),
	);
	const patterns = await asVisitor((kernel) =>
		kernel.ask(leader, listPatterns, { trajectoryId: trajectory.id }),
	);
	expect(patterns.patterns).toContainEqual(
		expect.objectContaining({ by: 'place', key: 'Marktplein', sides: 3 }),
	);
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
