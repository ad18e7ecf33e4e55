import { beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '#kernel/clock.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { readConfig } from '#server/config.ts';
import { asOwner } from '#server/database/owner.ts';
import { setRuntime } from '#server/runtime.ts';
import { whoIsIn } from '#tests/support/session.ts';
import { testMoment, testWorld } from '#tests/support/world.ts';
import { changeMyself, endAllSessions, endSession, makeToken } from './account.commands.server.ts';
import { findMyself } from './account.queries.server.ts';
import { endMembership } from './membership.commands.server.ts';
import { leave, requestSession, startSession, takePersona } from './session.commands.server.ts';
import { findSignInLink, listOutbox, listPersonas } from './session.queries.server.ts';

let now = new Date(testMoment);
const clock: Clock = { now: () => now };
const world = await testWorld(clock);
const { kernel, home, elsewhere, database } = world;
const { visitor } = home;
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

let reader: { email: string };
beforeEach(async () => {
	now = new Date(testMoment);
	setRuntime({ config: readConfig({}), database });
	await asOwner(database.owner, (tx) => tx.deleteFrom('rate_limit').execute());
	await asOwner(database.owner, (tx) => tx.deleteFrom('mail').execute());
	reader = await asOwner(database.owner, (tx) =>
		tx
			.selectFrom('person')
			.select('email')
			.where('id', '=', home.members.reader.personId)
			.executeTakeFirstOrThrow(),
	);
});

/** The mails in the outbox, oldest first. */
function outbox() {
	return asOwner(database.owner, (tx) =>
		tx.selectFrom('mail').select(['recipient', 'subject', 'body']).orderBy('id').execute(),
	);
}

/** Asks for a link and gives the secrets in the mail. */
async function links(email: string, back?: string): Promise<string[]> {
	await kernel.run(visitor, requestSession, { email, back });
	const body = (await outbox()).at(-1)?.body ?? '';
	return [...body.matchAll(/\/inloggen\/([\w-]{43})/g)].map(([, secret = '']) => secret);
}

async function signIn(email: string): Promise<string> {
	const [link] = await links(email);
	const session = newSecret();
	await kernel.run(visitor, startSession, { link, session });
	return session;
}

describe('asking for a link', () => {
	it('answers the same whether the address is known or not, and mails only who is', async () => {
		const known = await kernel.run(visitor, requestSession, { email: reader.email });
		const unknown = await kernel.run(visitor, requestSession, { email: 'niemand@nergens.invalid' });
		expect(known).toEqual(unknown);
		expect((await outbox()).map(({ recipient }) => recipient)).toEqual([reader.email]);
	});

	it('is limited for each line to the internet, also for whoever takes another IPv6 address each time', async () => {
		const ask = (from: string) =>
			kernel.run({ ...visitor, address: from }, requestSession, { email: 'a@nergens.invalid' });
		for (let host = 1; host <= 10; host += 1) await ask(`2001:db8:1:2::${host}`);
		await expect(ask('2001:db8:1:2:ffff::1')).rejects.toMatchObject({ code: 'too_many_requests' });
		await ask('2001:db8:1:3::1');
		now = new Date(now.getTime() + 15 * 60_000);
		await ask('2001:db8:1:2:ffff::1');
	});

	it('takes an address as people type it', async () => {
		expect(await links(` ${reader.email.toUpperCase()} `)).toHaveLength(1);
	});

	it('gives a link for each membership, and none for one that ended', async () => {
		const first = await world.addMember(home, 'professional', home.organisations.welfare);
		const other = await world.addMember(elsewhere, 'analyst', elsewhere.organisations.municipality);
		await asOwner(database.owner, (tx) =>
			tx
				.updateTable('person')
				.set({ email: 'twee@rollen.invalid' })
				.where('id', 'in', [first.personId, other.personId])
				.execute(),
		);
		expect(await links('twee@rollen.invalid')).toHaveLength(2);
		await kernel.run(home.members.administrator, endMembership, {
			membershipId: first.membershipId,
		});
		expect(await links('twee@rollen.invalid')).toHaveLength(1);
	});

	it('goes back to a page of ours and to no other site', async () => {
		await links(reader.email, '/arnhem/geitenkamp/2024');
		expect((await outbox()).at(-1)?.body).toContain('?terug=%2Farnhem%2Fgeitenkamp%2F2024');
		await links(reader.email, '//evil.example/x');
		expect((await outbox()).at(-1)?.body).not.toContain('evil');
	});

	it('fills nobody’s mailbox, and says nothing about it', async () => {
		for (let time = 0; time < 8; time++)
			await kernel.run({ ...visitor, address: `192.0.2.${time}` }, requestSession, {
				email: reader.email,
			});
		expect(await outbox()).toHaveLength(5);
	});

	it('is limited for one visitor', async () => {
		const ask = () => kernel.run(visitor, requestSession, { email: 'a@b.invalid' });
		for (let time = 0; time < 10; time++) await ask();
		await expect(ask()).rejects.toMatchObject({ status: 429 });
		later(16);
		await expect(ask()).resolves.toEqual({});
	});

	it('writes in the language of the person', async () => {
		await kernel.run(home.members.reader, changeMyself, { name: 'Test', language: 'en' });
		await links(reader.email);
		expect((await outbox()).at(-1)?.subject).toBe('Sign in to Wijkagenda');
		await kernel.run(home.members.reader, changeMyself, { name: 'Test', language: 'nl' });
	});
});

describe('a link', () => {
	it('is not used up by looking at it', async () => {
		const [link] = await links(reader.email);
		for (let time = 0; time < 3; time++)
			expect(await kernel.ask(visitor, findSignInLink, { link })).toMatchObject({
				role: 'reader',
				municipality: 'Arnhem',
			});
		await kernel.run(visitor, startSession, { link, session: newSecret() });
	});

	it('opens one session and no second', async () => {
		const [link] = await links(reader.email);
		const session = newSecret();
		expect(await kernel.run(visitor, startSession, { link, session })).toEqual({
			municipalitySlug: 'arnhem',
		});
		expect(await whoIsIn(kernel, session)).toMatchObject({ role: 'reader' });
		const spent = { code: 'sign_in_link.spent' };
		await expect(
			kernel.run(visitor, startSession, { link, session: newSecret() }),
		).rejects.toMatchObject(spent);
		await expect(kernel.ask(visitor, findSignInLink, { link })).rejects.toMatchObject(spent);
	});

	it('opens one session also when it is used twice at the same moment', async () => {
		const [link] = await links(reader.email);
		const outcomes = await Promise.allSettled(
			[1, 2, 3].map(() => kernel.run(visitor, startSession, { link, session: newSecret() })),
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	it('works for fifteen minutes', async () => {
		const [link] = await links(reader.email);
		later(15);
		await expect(
			kernel.run(visitor, startSession, { link, session: newSecret() }),
		).rejects.toMatchObject({ code: 'sign_in_link.spent' });
	});
});

describe('a session', () => {
	it('lasts thirty days', async () => {
		const session = await signIn(reader.email);
		later(30 * 24 * 60 - 1);
		expect(await whoIsIn(kernel, session)).not.toBeNull();
		later(1);
		expect(await whoIsIn(kernel, session)).toBeNull();
	});

	it('ends by leaving', async () => {
		const session = await signIn(reader.email);
		await kernel.run(visitor, leave, { session });
		expect(await whoIsIn(kernel, session)).toBeNull();
	});

	it('is listed, and ended by its own holder only', async () => {
		const session = await signIn(reader.email);
		const { sessions } = await kernel.ask(home.members.reader, findMyself, {});
		const sessionId = digestOf(session).toString('hex');
		expect(sessions.map((one) => one.sessionId)).toContain(sessionId);
		expect(JSON.stringify(sessions)).not.toContain(session);
		await expect(
			kernel.run(home.members.administrator, endSession, { sessionId }),
		).rejects.toMatchObject({ code: 'not_found' });
		await kernel.run(home.members.reader, endSession, { sessionId });
		expect(await whoIsIn(kernel, session)).toBeNull();
	});

	it('ends with all the others', async () => {
		const both = [await signIn(reader.email), await signIn(reader.email)];
		await kernel.run(home.members.reader, endAllSessions, {});
		for (const session of both) expect(await whoIsIn(kernel, session)).toBeNull();
	});
});

describe('an access token', () => {
	it('is made in the browser, and makes no other', async () => {
		const token = newSecret();
		const { reader: actor } = home.members;
		const input = { label: 'Dashboard', days: '30', token };
		await kernel.run(actor, makeToken, input);
		expect(await whoIsIn(kernel, token)).toMatchObject({ via: 'token' });
		await expect(
			kernel.run({ ...actor, via: 'token' }, makeToken, { ...input, token: newSecret() }),
		).rejects.toMatchObject({ code: 'only_in_browser' });
	});

	it('leaves no trace of its secret in the audit trail', async () => {
		const token = newSecret();
		await kernel.run(home.members.reader, makeToken, { label: 'x', days: 1, token });
		const records = await asOwner(database.owner, (tx) =>
			tx.selectFrom('command_record').selectAll().execute(),
		);
		expect(JSON.stringify(records)).not.toContain(token);
	});

	it('is refused when it is easy to guess or lasts too long', async () => {
		await expect(
			kernel.run(home.members.reader, makeToken, { label: '', days: 366, token: 'geheim' }),
		).rejects.toMatchObject({
			problems: [
				{ path: 'label', code: 'required' },
				{ path: 'days', code: 'too_high' },
				{ path: 'token', code: 'invalid' },
			],
		});
	});
});

describe('one click', () => {
	it('takes on a persona, and nobody else', async () => {
		const { membershipId } = home.members.reader;
		const take = (session: string) => kernel.run(visitor, takePersona, { membershipId, session });
		await expect(take(newSecret())).rejects.toMatchObject({ code: 'not_found' });
		await asOwner(database.owner, (tx) =>
			tx
				.updateTable('membership')
				.set({ persona: 'meelezer' })
				.where('id', '=', membershipId)
				.execute(),
		);
		const session = newSecret();
		await take(session);
		expect(await whoIsIn(kernel, session)).toMatchObject({ role: 'reader' });
		expect(await kernel.ask(visitor, listPersonas, {})).toHaveLength(1);
	});

	it('is not there in production, nor is the outbox page', async () => {
		const production = readConfig({
			NODE_ENV: 'production',
			PUBLIC_URL: 'https://wijk.example',
			SMTP_URL: 'smtp://mail.example',
			MAIL_FROM: 'a@example.nl',
		});
		setRuntime({ config: production, database });
		const refused = { code: 'only_with_example' };
		const input = { membershipId: home.members.reader.membershipId, session: newSecret() };
		await expect(kernel.run(visitor, takePersona, input)).rejects.toMatchObject(refused);
		await expect(kernel.ask(visitor, listPersonas, {})).rejects.toMatchObject(refused);
		await expect(kernel.ask(visitor, listOutbox, {})).rejects.toMatchObject(refused);
	});
});
