import nodemailer, { type Transporter } from 'nodemailer';
import pg, { type ClientConfig, type Pool } from 'pg';
import { onEnd } from './runtime.ts';

/** A mail of the outbox, as handed out for sending. */
interface DueMail {
	municipality_id: string;
	id: string;
	recipient: string;
	subject: string;
	body: string;
	/** A calendar file that goes along (RFC 5545); '' for none. */
	calendar: string;
	/** How often it was tried, this time included. */
	attempts: number;
}

export interface MailSettings {
	smtpUrl: string;
	mailFrom: string;
	log: (line: string) => void;
	/** Milliseconds between two looks at the outbox; mail is at most this late. */
	every?: number;
	/** Seconds before the first repetition; each next one waits twice as long, an hour at most. */
	patience?: number;
}

/** The sender at work; `stop` waits for the mail that is being sent. */
export interface MailSender {
	stop(): Promise<void>;
}

/** Starts the sender where a mail server is set, and stops it with the program. */
export function sendMailWhileRunning(
	{ smtpUrl, mailFrom }: { smtpUrl: string | undefined; mailFrom: string },
	connection: ClientConfig,
	log: (line: string) => void,
): void {
	if (smtpUrl) onEnd(startMailSender(connection, { smtpUrl, mailFrom, log }).stop);
}

/** Seconds that one attempt may take; longer than the time limits of the connection together. */
const lease = 120;
const longestWait = 3600;

/**
 * Sends what commands put in the outbox (table `mail`), as long as the program runs. Any number of copies may run: a
 * mail is handed to one of them at a time, and one whose sender died comes back by itself. So a mail is sent at least
 * once; its Message-ID is the same at each attempt.
 */
export function startMailSender(connection: ClientConfig, settings: MailSettings): MailSender {
	const pool = new pg.Pool({ ...connection, max: 1 });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	const transport = nodemailer.createTransport({
		url: settings.smtpUrl,
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 30_000,
	});
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let troubled = false;

	async function round(): Promise<void> {
		try {
			for (let mail = await take(pool); mail && !stopped; mail = await take(pool)) {
				const trouble = await sendOne(pool, transport, settings, mail);
				if (trouble && !troubled) settings.log(`Mail cannot be sent now (${trouble}).`);
				if (!trouble && troubled) settings.log('Mail is being sent again.');
				troubled = trouble !== null;
			}
		} catch {
			// The database is away for a moment; the outbox is still there at the next round.
		}
		if (!stopped) timer = setTimeout(next, settings.every ?? 2000);
	}
	let running: Promise<void> = round();
	function next(): void {
		running = round();
	}
	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await running;
			transport.close();
			await pool.end();
		},
	};
}

async function take(pool: Pool): Promise<DueMail | undefined> {
	const { rows } = await pool.query<DueMail>('SELECT * FROM take_mail($1, $2, 1)', [
		new Date(),
		lease,
	]);
	return rows[0];
}

/** Sends one mail and writes down what came of it. Gives what stood in the way, or null. */
async function sendOne(
	pool: Pool,
	transport: Transporter,
	{ mailFrom, patience = 30 }: MailSettings,
	mail: DueMail,
): Promise<string | null> {
	const { municipality_id, id } = mail;
	try {
		await transport.sendMail({
			from: mailFrom,
			to: mail.recipient,
			subject: mail.subject,
			text: mail.body,
			attachments: mail.calendar === '' ? [] : [calendarFile(mail.calendar)],
			messageId: `<${id}@wijkagenda>`,
			headers: { 'Auto-Submitted': 'auto-generated' },
		});
	} catch (error) {
		const { reason, final } = readRefusal(error);
		const wait = Math.min(patience * 2 ** (mail.attempts - 1), longestWait);
		const nextAt = final ? null : new Date(Date.now() + wait * 1000);
		await pool.query('SELECT mail_was_refused($1, $2, $3, $4, $5)', [
			municipality_id,
			id,
			new Date(),
			reason,
			nextAt,
		]);
		// An address that does not exist says nothing about the mail server.
		return final ? null : reason;
	}
	await pool.query('SELECT mail_was_sent($1, $2, $3)', [municipality_id, id, new Date()]);
	return null;
}

function calendarFile(content: string) {
	return {
		filename: 'overleg.ics',
		content,
		contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
	};
}

/** Whether trying again makes sense: not when the server refuses this very recipient or message for good. */
function readRefusal(error: unknown): { reason: string; final: boolean } {
	const { code, responseCode, message } = error as {
		code?: string;
		responseCode?: number;
		message?: string;
	};
	const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
	return {
		reason:
			`${code ?? 'error'}${responseCode ? ` ${responseCode}` : ''}: ${message ?? 'no reason given'}`.slice(
				0,
				300,
			),
		final: aboutThisMail && responseCode !== undefined && responseCode >= 500,
	};
}
