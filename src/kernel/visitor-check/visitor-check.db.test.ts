import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { command } from '#kernel/command.server.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { testWorld } from '#tests/support/world.ts';
import { readChallenge } from './challenge.ts';
import { isRightAnswer } from './questions.server.ts';
import { bitsFor, newCheck, spendCheck } from './visitor-check.server.ts';
import { visitorCheckSchema } from './visitor-check.schema.ts';
import { solve } from './work.ts';
import { visitorCheckTexts } from '#locales/visitor-check.ts';

const moment = { now: new Date('2026-03-02T09:00:00Z') };
const world = await testWorld({ now: () => moment.now });
const { kernel, home } = world;
const visitor = home.visitor;

/** Something that anyone may hand in, when they solved the check of its purpose. */
const handIn = command({
	name: 'sample.handIn',
	summary: 'Hands a sample in.',
	http: { method: 'POST', path: '/proeven' },
	input: v.object({ purpose: v.string(), check: visitorCheckSchema }),
	subject: nothing,
	allow: anyone,
	rate: { seconds: 3600, most: 1000 },
	async run({ tx, actor, clock }, { purpose, check }) {
		await spendCheck(tx, actor, purpose, check, clock.now());
		return {};
	},
});
const askFor = query({
	name: 'sample.check',
	summary: 'Hands a check out.',
	input: v.object({ purpose: v.string() }),
	subject: nothing,
	allow: anyone,
	run: ({ reader, clock }, { purpose }) => newCheck(reader, purpose, clock.now()),
});

const challengeFor = (purpose: string) =>
	kernel.ask(visitor, askFor, { purpose }).then(({ challenge }) => challenge);
const solutionOf = (challenge: string) => solve(challenge, readChallenge(challenge)?.bits ?? 99);
const send = (
	purpose: string,
	check: object,
	actor: typeof visitor | typeof home.members.reader = visitor,
) => kernel.run(actor, handIn, { purpose, check });
const refusal = (code: string) => ({ code });
const later = (seconds: number) => (moment.now = new Date(moment.now.getTime() + seconds * 1000));
const answers = ['dinsdag', 'zaterdag', 'zeven', 'acht', 'vijf', 'vier', 'januari', 'december'];
const answerTo = (challenge: string) =>
	answers.find((one) => isRightAnswer(readChallenge(challenge)?.question ?? '', one)) ?? '';

describe('the check for visitors', () => {
	it('lets through who solved it, once', async () => {
		const challenge = await challengeFor('a');
		const check = { challenge, solution: solutionOf(challenge) };
		await send('a', check);
		await expect(send('a', check)).rejects.toMatchObject(refusal('visitor_check.spent'));
	});

	it('lets one of two copies through that come at the same moment', async () => {
		const challenge = await challengeFor('a');
		const check = { challenge, solution: solutionOf(challenge) };
		const sent = await Promise.allSettled([send('a', check), send('a', check), send('a', check)]);
		expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	it('asks for the question where no work was done, and lets a right answer through after a while', async () => {
		const challenge = await challengeFor('a');
		await expect(send('a', { challenge })).rejects.toMatchObject({
			problems: [{ path: 'check.answer', code: 'answer_question' }],
		});
		await expect(send('a', { challenge, answer: 'groen' })).rejects.toMatchObject({
			problems: [{ path: 'check.answer', code: 'wrong_answer' }],
		});
		const check = { challenge, answer: ` ${answerTo(challenge).toUpperCase()}. ` };
		await expect(send('a', check)).rejects.toMatchObject(refusal('visitor_check.too_soon'));
		later(20);
		await send('a', check);
		await expect(send('a', check)).rejects.toMatchObject(refusal('visitor_check.spent'));
	});

	it('refuses a challenge of another purpose, of our own making, or with less work asked', async () => {
		const challenge = await challengeFor('a');
		const solution = solutionOf(challenge);
		const easier = challenge.replace(/_13_/, '_1_');
		expect(easier).not.toBe(challenge);
		for (const check of [
			{ challenge: easier, solution: solve(easier, 1) },
			{ challenge: challenge.slice(0, -1) + (challenge.endsWith('A') ? 'B' : 'A'), solution },
			{ challenge: '', solution },
			{},
		])
			await expect(send('a', check)).rejects.toMatchObject(refusal('visitor_check.expired'));
		await expect(send('b', { challenge, solution })).rejects.toMatchObject(
			refusal('visitor_check.expired'),
		);
	});

	it('refuses what was handed out long ago', async () => {
		const challenge = await challengeFor('a');
		const check = { challenge, solution: solutionOf(challenge) };
		later(13 * 3600);
		await expect(send('a', check)).rejects.toMatchObject(refusal('visitor_check.expired'));
	});

	it('refuses whatever fills in every field', async () => {
		const challenge = await challengeFor('a');
		const check = { challenge, solution: solutionOf(challenge), website: 'http://spam.invalid' };
		await expect(send('a', check)).rejects.toMatchObject(refusal('visitor_check.trap'));
		await send('a', { ...check, website: '' });
	});

	it('asks members nothing', async () => {
		await kernel.run(home.members.reader, handIn, { purpose: 'a' });
	});

	it('costs more the more comes in, and only for that page', async () => {
		expect([0, 49, 50, 99, 100, 400, 1e6].map(bitsFor)).toEqual([13, 13, 14, 14, 15, 17, 17]);
		await asOwner(world.database.owner, async (tx) => {
			for (let i = 0; i < 60; i++)
				await tx
					.insertInto('spent_check')
					.values({ id: crypto.randomUUID(), purpose: 'busy', spent_at: moment.now })
					.execute();
		});
		expect(readChallenge(await challengeFor('busy'))?.bits).toBe(14);
		expect(readChallenge(await challengeFor('a'))?.bits).toBe(13);
	});

	it('has an answer to every question, in both languages', () => {
		for (const texts of [visitorCheckTexts.nl, visitorCheckTexts.en])
			for (const question of Object.keys(texts.questions))
				expect(
					answers.some((answer) => isRightAnswer(question, answer)),
					question,
				).toBe(true);
	});
});

describe('counting visitors', () => {
	const limited = { ...handIn, rate: { seconds: 3600, most: 2 }, name: 'sample.limited' } as const;
	const from = (address: string) =>
		kernel.run({ ...visitor, address }, { ...limited, run: async () => ({}) }, { purpose: 'a' });

	it('keeps no address, and another hash of it every day', async () => {
		const keys = () =>
			asOwner(world.database.owner, (tx) =>
				tx.selectFrom('rate_limit').select('key').where('key', 'like', 'sample.limited%').execute(),
			).then((rows) => rows.map(({ key }) => key));
		await from('203.0.113.7');
		const [first] = await keys();
		expect(first).toMatch(/^sample\.limited [0-9a-f]{64}$/);
		later(12 * 3600);
		await from('203.0.113.7');
		expect(new Set(await keys()).size).toBe(2);
		const salts = await asOwner(world.database.owner, (tx) =>
			tx.selectFrom('daily_salt').select('day').execute(),
		);
		expect(salts).toHaveLength(1);
	});

	it('stops one line to the internet and nobody else', async () => {
		await from('198.51.100.1');
		await from('198.51.100.1');
		await expect(from('198.51.100.1')).rejects.toMatchObject(refusal('too_many_requests'));
		await from('198.51.100.2');
	});
});
