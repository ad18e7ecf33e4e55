import { beforeAll, describe, expect, it } from 'vitest';
import { publishParts } from '#features/trajectory/frame.commands.server.ts';
import type { Visitor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { newSecret } from '#kernel/secret.server.ts';
import { readChallenge } from '#kernel/visitor-check/challenge.ts';
import { solve } from '#kernel/visitor-check/work.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';
import { addPost, stopAddress, takeBackPost } from './post.commands.server.ts';
import { followPost, listPosts, postForm, readAddress } from './post.queries.server.ts';

const moment = { now: new Date('2026-03-02T09:00:00Z') };
const world = await testWorld({ now: () => moment.now });
const { kernel, home, elsewhere } = world;
const { trajectoryId } = home;

let lines = 0;
/** Somebody on a line to the internet of their own. */
const resident = (): Visitor => ({ ...home.visitor, address: `10.1.0.${++lines}` });
const words = { about: 'place', place: 'Het plein', aboutOnePerson: 'no' };

/** What counts as an answer to the plain questions. */
const answers: Record<string, string> = {
	...{ 'after-monday': 'dinsdag', 'before-sunday': 'zaterdag', 'three-and-four': '7' },
	...{ 'ten-minus-two': '8', 'two-and-three': '5', 'after-six': '7', 'days-of-week': '7' },
	...{ 'legs-of-dog': '4', 'first-month': 'januari', 'last-month': 'december' },
};

/** A check as somebody without JavaScript passes it: puzzles for every one of them would take a minute. */
async function passed(of = trajectoryId, by: Visitor = home.visitor) {
	const { check } = await kernel.ask(by, postForm, { trajectoryId: of });
	const { challenge } = check;
	moment.now = new Date(moment.now.getTime() + 20_000);
	return { challenge, answer: answers[readChallenge(challenge)?.question ?? ''] };
}
async function solved() {
	const { challenge } = await passed();
	return { challenge, solution: solve(challenge, readChallenge(challenge)?.bits ?? 99) };
}
const post = (by: Visitor, input: object, id = newId()) =>
	kernel.run(by, addPost, { trajectoryId, ...words, follow: newSecret(), ...input }, id);
const stored = () =>
	sqlAsOwner<{ text: string }>(world.database.owner, 'SELECT text FROM signal_post ORDER BY created_at, id'); // prettier-ignore

beforeAll(async () => {
	for (const town of [home, elsewhere])
		await kernel.run(town.members.process_manager, publishParts, {
			...{ trajectoryId: town.trajectoryId, version: 1, parts: ['signals'] },
		});
});

describe('an attacker on the public page for signals', () => {
	it('gets nothing in without the check, with one of another page, or with one that was used', async () => {
		const text = 'Er staan fietsen.';
		await expect(post(resident(), { text })).rejects.toMatchObject({
			code: 'visitor_check.expired',
		});
		const foreign = await passed(elsewhere.trajectoryId, elsewhere.visitor);
		await expect(post(resident(), { text, check: foreign })).rejects.toMatchObject({
			code: 'visitor_check.expired',
		});
		const check = await solved();
		await post(resident(), { text, check });
		await expect(post(resident(), { text, check })).rejects.toMatchObject({
			code: 'visitor_check.spent',
		});
		expect(await stored()).toEqual([{ text }]);
	});

	it('is stopped after ten attempts in an hour, whatever the rest of an IPv6 address says', async () => {
		const attempt = (tail: number) =>
			post({ ...home.visitor, address: `2001:db8:1:1::${tail.toString(16)}` }, { text: 'Vol' });
		for (let tail = 1; tail <= 10; tail++)
			await expect(attempt(tail)).rejects.toMatchObject({ code: 'visitor_check.expired' });
		await expect(attempt(11)).rejects.toMatchObject({ code: 'too_many_requests' });
	});

	it('cannot put a signal in another municipality or take the place of somebody else’s', async () => {
		const check = await passed(elsewhere.trajectoryId, elsewhere.visitor);
		const there = { trajectoryId: elsewhere.trajectoryId, text: 'Van elders', check };
		await expect(post(resident(), there)).rejects.toMatchObject({ code: 'not_found' });
		const id = newId();
		const follow = newSecret();
		await post(resident(), { text: 'Eerste', follow, check: await passed() }, id);
		// The same id or the same secret with other words: said so, and nothing is overwritten.
		const sameId = post(resident(), { text: 'Tweede', check: await passed() }, id);
		await expect(sameId).rejects.toMatchObject({ code: 'signals.already_sent' });
		const sameSecret = post(resident(), { text: 'Derde', follow, check: await passed() });
		await expect(sameSecret).rejects.toMatchObject({ code: 'signals.already_sent' });
		expect((await kernel.ask(home.visitor, followPost, { secret: follow })).text).toBe('Eerste');
		// Pressing twice is no attack.
		expect(await post(resident(), { text: 'Eerste', follow, check: await passed() }, id)).toEqual({
			id,
		});
	});

	it('finds nothing by guessing secrets, nor by one of another municipality', async () => {
		const follow = newSecret();
		await post(resident(), { text: 'Geheim', follow, check: await passed() });
		const beside = `${follow.slice(0, -1)}${follow.endsWith('A') ? 'E' : 'A'}`;
		for (const [by, secret] of [
			[home.visitor, newSecret()],
			[home.visitor, beside],
			[elsewhere.visitor, follow],
		] as const) {
			await expect(kernel.ask(by, followPost, { secret })).rejects.toMatchObject({
				code: 'not_found',
			});
			await expect(kernel.run(by, takeBackPost, { secret }, newId())).rejects.toMatchObject({
				code: 'not_found',
			});
			expect(await kernel.ask(by, readAddress, { secret })).toEqual({ found: null });
			await kernel.run(by, stopAddress, { secret }, newId());
		}
		expect((await kernel.ask(home.visitor, followPost, { secret: follow })).postState).toBe('waiting'); // prettier-ignore
	});

	it('cannot make the page of whoever reads it endless', async () => {
		await sqlAsOwner(
			world.database.owner,
			`INSERT INTO signal_post (municipality_id, id, trajectory_id, about, text, language, follow_digest, created_at)
			SELECT '${home.id}', gen_random_uuid(), '${trajectoryId}', 'place', 'Vol ' || n, 'nl', sha256(n::text::bytea), now()
			FROM generate_series(1, 500) n`,
		);
		const list = (page: number) =>
			kernel.ask(home.members.process_manager, listPosts, { trajectoryId, page });
		const first = await list(1);
		expect(first.waiting).toHaveLength(20);
		expect(first.total).toBeGreaterThanOrEqual(500);
		const seen = new Set(first.waiting.map(({ id }) => id));
		expect((await list(2)).waiting.filter(({ id }) => seen.has(id))).toEqual([]);
	});

	it('fills nobody’s mailbox through us, and leaves no trace of the address in what counts', async () => {
		const email = 'iemand@voorbeeld.example';
		for (let i = 0; i < 5; i++)
			await post(resident(), { text: `Bericht ${i}`, email, check: await passed() });
		await expect(
			post(resident(), { text: 'Nog een', email, check: await passed() }),
		).rejects.toMatchObject({ code: 'too_many_requests' });
		const mails = await sqlAsOwner(world.database.owner, `SELECT id FROM mail WHERE recipient = '${email}'`); // prettier-ignore
		expect(mails).toHaveLength(5);
		const digest = `encode(sha256(convert_to('${email}', 'UTF8')), 'hex')`;
		const found = await sqlAsOwner(
			world.database.owner,
			`SELECT 1 FROM rate_limit r WHERE strpos(r::text, ${digest}) > 0 OR strpos(r::text, '${email}') > 0`,
		);
		expect(found).toEqual([]);
	});
});
