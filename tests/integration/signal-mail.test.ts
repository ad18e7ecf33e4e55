import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMeeting, closeMeeting } from '#features/signals/meeting.commands.server.ts';
import { readMeeting } from '#features/signals/meeting.queries.server.ts';
import { addPost, confirmAddress, letInPost, setAsidePost, stopAddress, takeBackPost } from '#features/signals/post.commands.server.ts'; // prettier-ignore
import { followPost, listPosts, postForm, readAddress } from '#features/signals/post.queries.server.ts'; // prettier-ignore
import { decideSignal } from '#features/signals/step.commands.server.ts';
import { tellMeeting } from '#features/signals/telling.commands.server.ts';
import { systemClock } from '#kernel/clock.ts';
import { newSecret } from '#kernel/secret.server.ts';
import { startMailSender, type MailSender } from '#server/mail.ts';
import { sqlAsOwner, tenantTables } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';

const world = await testWorld(systemClock);
const { kernel, home } = world;
const { trajectoryId } = home;
const manager = home.members.process_manager;
/** Members need no visitor check; somebody who takes no part hands in as a resident does. */
const resident = manager;

const received: { to: string; text: string }[] = [];
let server: SMTPServer;
let sender: MailSender;

beforeAll(async () => {
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			let text = '';
			stream.on('data', (part: Buffer) => (text += part.toString()));
			stream.on('end', () => {
				received.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: readable(text) });
				done();
			});
		},
	});
	const port = await new Promise<number>((resolve) => {
		const listening = server.listen(0, '127.0.0.1', () =>
			resolve((listening.address() as AddressInfo).port),
		);
	});
	sender = startMailSender(world.database.app, {
		smtpUrl: `smtp://127.0.0.1:${port}`,
		mailFrom: 'Wijkagenda <wijkagenda@voorbeeld.invalid>',
		log: () => {},
		every: 25,
	});
	await run("UPDATE trajectory SET public_parts = '{signals}'");
});
afterAll(async () => {
	await sender.stop();
	await new Promise<void>((resolve) => server.close(resolve));
});

const run = (sql: string) => sqlAsOwner<Record<string, unknown>>(world.database.owner, sql);

/** Quoted-printable and base64 as people read it. */
function readable(raw: string): string {
	const plain = raw
		.replaceAll('=\r\n', '')
		.replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
			Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
		);
	return plain.replace(
		/\r\n\r\n((?:[A-Za-z0-9+/]{20,}={0,2}\r\n)+)/g,
		(_, part: string) => `\r\n\r\n${Buffer.from(part, 'base64').toString()}`,
	);
}

async function mailTo(address: string, count = 1): Promise<string> {
	await expect.poll(() => received.filter(({ to }) => to === address).length, { timeout: 10_000 }).toBe(count); // prettier-ignore
	return received.findLast(({ to }) => to === address)?.text ?? '';
}

const secretIn = (mail: string) => /\/signalen\/adres\/([\w-]{43})/.exec(mail)?.[1] ?? '';

async function handIn(email: string | null) {
	const { check } = await kernel.ask(resident, postForm, { trajectoryId });
	const follow = newSecret();
	const { id } = await kernel.run(resident, addPost, {
		...{ trajectoryId, about: 'place', place: 'Het plein', text: 'De lamp doet het niet.' },
		...{ aboutOnePerson: 'no', email, follow, check: { challenge: check.challenge } },
	});
	return { id, follow };
}

async function letIn(signalPostId: string) {
	const { waiting } = await kernel.ask(manager, listPosts, { trajectoryId });
	const post = waiting.find(({ id }) => id === signalPostId);
	await kernel.run(manager, letInPost, { signalPostId, version: post?.version, text: post?.text, place: post?.place }); // prettier-ignore
}

/** One meeting that decides one thing, and tells it. */
async function meeting(signalId: string, version: number, decision: object) {
	const heldOn = new Date().toISOString().slice(0, 10);
	const { id: coreMeetingId } = await kernel.run(manager, addMeeting, { trajectoryId, heldOn });
	const { participants } = await kernel.ask(manager, readMeeting, { coreMeetingId });
	await kernel.run(manager, decideSignal, { coreMeetingId, signalId, version, participantId: participants[0]?.id, ...decision }); // prettier-ignore
	await kernel.run(manager, closeMeeting, { coreMeetingId, version: 1 });
	await kernel.run(manager, tellMeeting, { coreMeetingId, version: 2 });
}

/** In which tables an address still stands, whatever the column. */
async function whereStands(address: string): Promise<string[]> {
	const tables = await tenantTables(world.database.owner);
	const parts = tables.map(
		(table) => `SELECT '${table}' AS name FROM ${table} t WHERE t::text ILIKE '%${address}%'`,
	);
	return (await run(parts.join(' UNION '))).map(({ name }) => String(name));
}

it('a resident who left an address hears each decision, and after the last nothing of it is left', async () => {
	const address = 'bewoner.een@voorbeeld.invalid';
	const { id, follow } = await handIn(address);
	const secret = secretIn(await mailTo(address));
	expect(await kernel.ask(home.visitor, readAddress, { secret })).toMatchObject({ found: { confirmed: false } }); // prettier-ignore
	await kernel.run(home.visitor, confirmAddress, { secret });
	await letIn(id);
	await meeting(id, 1, { kind: 'looking', text: 'We kijken naar de lamp.' });
	expect(await mailTo(address, 2)).toContain('Wordt uitgezocht');
	expect(await whereStands(address)).toContain('signal_address');
	await meeting(id, 2, { kind: 'enough', text: 'De lamp brandt weer.' });
	const last = await mailTo(address, 3);
	expect(last).toContain('Is genoeg zo: De lamp brandt weer.');
	expect(last).toContain('Dit was het laatste bericht');
	await expect.poll(() => whereStands(address), { timeout: 10_000 }).toEqual([]);
	// Who kept the secret still reads what became of it.
	const followed = await kernel.ask(home.visitor, followPost, { secret: follow });
	expect(followed.steps.map(({ kind }) => kind)).toEqual(['looking', 'enough']);
}, 40_000);

it('nobody subscribes another: an address that was not confirmed hears nothing, and goes', async () => {
	const address = 'iemand.anders@voorbeeld.invalid';
	const { id } = await handIn(address);
	await mailTo(address);
	await letIn(id);
	await meeting(id, 1, { kind: 'enough', text: 'Al opgelost.' });
	await expect.poll(() => whereStands(address), { timeout: 10_000 }).toEqual([]);
	expect(received.filter(({ to }) => to === address)).toHaveLength(1);
}, 30_000);

it('whoever wants no more messages is forgotten at once', async () => {
	const address = 'stop@voorbeeld.invalid';
	await handIn(address);
	const secret = secretIn(await mailTo(address));
	await kernel.run(home.visitor, confirmAddress, { secret });
	await kernel.run(home.visitor, stopAddress, { secret });
	await expect.poll(() => whereStands(address), { timeout: 10_000 }).toEqual([]);
	await expect(kernel.run(home.visitor, confirmAddress, { secret })).rejects.toMatchObject({ code: 'not_found' }); // prettier-ignore
});

it('whose signal is set aside hears why, and what was taken back is gone', async () => {
	const address = 'opzij@voorbeeld.invalid';
	const { id } = await handIn(address);
	await kernel.run(home.visitor, confirmAddress, { secret: secretIn(await mailTo(address)) });
	await kernel.run(manager, setAsidePost, { signalPostId: id, version: 1, reason: 'Dit is niet in deze wijk.' }); // prettier-ignore
	expect(await mailTo(address, 2)).toContain('Dit is niet in deze wijk.');
	await expect.poll(() => whereStands(address), { timeout: 10_000 }).toEqual([]);
	const other = await handIn(null);
	await letIn(other.id);
	await kernel.run(home.visitor, takeBackPost, { secret: other.follow });
	const { text, postState } = await kernel.ask(home.visitor, followPost, { secret: other.follow });
	expect({ text, postState }).toEqual({ text: '', postState: 'taken_back' });
});
