import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordSession } from '#features/agenda/decision.commands.server.ts';
import { tellOfDecisions } from '#features/agenda/telling.commands.server.ts';
import { requestSession } from '#features/accounts/session.commands.server.ts';
import { systemClock } from '#kernel/clock.ts';
import { startMailSender, type MailSender } from '#server/mail.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';

const world = await testWorld(systemClock);
const { visitor } = world.home;

interface Received {
	to: string[];
	text: string;
}
let received: Received[];
let server: SMTPServer | undefined;
let senders: MailSender[];
let log: string[];
let address: string;

beforeEach(async () => {
	received = [];
	senders = [];
	log = [];
	address = (await owner("SELECT email FROM person WHERE name = 'Test analyst' LIMIT 1"))[0]
		?.email as string;
	await owner('DELETE FROM mail');
	await owner('DELETE FROM rate_limit');
});
afterEach(async () => {
	await Promise.all(senders.map((sender) => sender.stop()));
	await close();
});

async function owner(sql: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client(world.database.owner);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

/** A real mail server; `refuse` answers a recipient with an error. */
function listen(port: number, refuse?: (recipient: string) => Error | null): Promise<number> {
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo({ address: recipient }, _session, done) {
			done(refuse?.(recipient) ?? null);
		},
		onData(stream, session, done) {
			let text = '';
			stream.on('data', (part: Buffer) => (text += part.toString()));
			stream.on('end', () => {
				received.push({ to: session.envelope.rcptTo.map((one) => one.address), text });
				done();
			});
		},
	});
	return new Promise((resolve) => {
		const listening = (server as SMTPServer).listen(port, '127.0.0.1', () =>
			resolve((listening.address() as AddressInfo).port),
		);
	});
}

function close(): Promise<void> {
	const open = server;
	server = undefined;
	return new Promise((resolve) => (open ? open.close(() => resolve()) : resolve()));
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}

function send(port: number): void {
	senders.push(
		startMailSender(world.database.app, {
			smtpUrl: `smtp://127.0.0.1:${port}`,
			mailFrom: 'Wijkagenda <wijkagenda@voorbeeld.invalid>',
			log: (line) => log.push(line),
			every: 25,
			patience: 0.05,
		}),
	);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	await expect.poll(holds, { timeout: 10_000, interval: 20 }).toBe(true);
}

function ask(email: string): Promise<object> {
	return world.kernel.run(visitor, requestSession, { email });
}

it('sends what a command put in the outbox, and keeps no copy of the link', async () => {
	send(await listen(0));
	await ask(address);
	await until(() => received.length === 1);
	expect(received[0]?.to).toEqual([address]);
	// Quoted-printable breaks long lines.
	expect(received[0]?.text.replaceAll('=\r\n', '')).toMatch(/\/inloggen\/[\w-]{43}/);
	expect(received[0]?.text).toContain('Auto-Submitted: auto-generated');
	await until(async () => (await owner('SELECT FROM mail WHERE sent_at IS NOT NULL')).length === 1);
	expect(await owner('SELECT body FROM mail')).toEqual([{ body: '' }]);
});

it('keeps trying while the mail server is down, and says so once', async () => {
	const port = await freePort();
	send(port);
	await ask(address);
	await until(async () => Number((await owner('SELECT attempts FROM mail'))[0]?.attempts) >= 2);
	expect(received).toEqual([]);
	await listen(port);
	await until(() => received.length === 1);
	await until(() => log.length === 2);
	expect(log[0]).toMatch(/^Mail cannot be sent now \(.*ECONNREFUSED.*\)\.$/);
	expect(log[1]).toBe('Mail is being sent again.');
});

it('gives up on an address that the server refuses for good, and sends the others', async () => {
	const other = (await owner("SELECT email FROM person WHERE name = 'Test reader' LIMIT 1"))[0]
		?.email as string;
	const refusal = Object.assign(new Error('No such user'), { responseCode: 550 });
	const port = await listen(0, (recipient) => (recipient === address ? refusal : null));
	await ask(address);
	await ask(other);
	send(port);
	await until(() => received.length === 1);
	expect(received[0]?.to).toEqual([other]);
	await until(
		async () => (await owner('SELECT FROM mail WHERE failed_at IS NOT NULL')).length === 1,
	);
	expect(await owner('SELECT attempts, body FROM mail WHERE failed_at IS NOT NULL')).toEqual([
		{ attempts: 1, body: '' },
	]);
});

it('is sent once by several copies of the program', async () => {
	const port = await listen(0);
	const people = await owner("SELECT email FROM person WHERE email LIKE '%arnhem.invalid'");
	await owner('DELETE FROM rate_limit');
	for (const { email } of people) await ask(email as string);
	for (let copy = 0; copy < 4; copy++) send(port);
	await until(async () => (await owner('SELECT FROM mail WHERE sent_at IS NULL')).length === 0);
	expect(received.map(({ to }) => to[0]).sort()).toEqual(people.map(({ email }) => email).sort());
});

it('is not sent any more once its link is too old', async () => {
	await ask(address);
	await owner("UPDATE mail SET expires_at = now() - interval '1 second'");
	send(await listen(0));
	await until(
		async () => (await owner('SELECT FROM mail WHERE failed_at IS NOT NULL')).length === 1,
	);
	expect(received).toEqual([]);
});

it('tells everybody who contributed of a decision, each in their language and once', async () => {
	const { home, kernel } = world;
	const { process_manager, professional, resident_representative } = home.members;
	const chain = chainIn(world);
	const source = await chain.evidence({ title: 'Gesprek bij de kapper' });
	const finding = await chain.finding({ on: [source] });
	await owner(
		`UPDATE evidence SET created_by = '${professional.membershipId}' WHERE id = '${source}'`,
	);
	await owner(
		`UPDATE finding SET created_by = '${resident_representative.membershipId}' WHERE id = '${finding}'`,
	);
	await owner(`UPDATE person SET language = 'en' WHERE id = '${resident_representative.personId}'`);
	const item = await chain.agendaItem({ title: 'Het plein', answers: [finding] });
	const { trajectoryId } = home;
	const { id: sessionId } = await kernel.run(process_manager, recordSession, {
		trajectoryId,
		body: 'council',
		decidedOn: new Date().toISOString().slice(0, 10),
		decisions: [
			{ agendaItemId: item, outcome: 'amended', amendedText: 'Met banken', reason: 'Motie' },
		],
	});
	send(await listen(0));
	const tell = () =>
		kernel.run(process_manager, tellOfDecisions, { trajectoryId, sessionId, choice: 'send' });
	await tell();
	await tell();
	await until(() => received.length === 2);
	await until(async () => (await owner('SELECT FROM mail WHERE sent_at IS NULL')).length === 0);
	expect(received).toHaveLength(2);
	const textFor = (role: string) =>
		received
			.find(({ to }) => to[0]?.startsWith(role))
			?.text.replaceAll('=\r\n', '')
			.replaceAll('=3D', '=');
	expect(textFor('professional')).toContain('Wie besloot: gemeenteraad');
	expect(textFor('professional')).toContain('Het plein: aangenomen, gewijzigd.');
	expect(textFor('professional')).toContain('Met banken');
	expect(textFor('professional')).toContain(`/arnhem/geitenkamp/2024/agenda/punt/${item}`);
	expect(textFor('resident_representative')).toContain('It was taken by the council');
	expect(textFor('resident_representative')).toContain('Why: Motie');
	for (const { text } of received) expect(text).not.toContain('kapper');
});
