import { sql } from 'kysely';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { forget } from '#kernel/session-memory.ts';
import { asLanguage } from '#locales/messages.ts';
import type { Tx } from '#server/database/handles.ts';
import { daysAfter, minutesAfter } from './moment.ts';
import { onlyWithExample } from './session.policy.ts';
import {
	leaveSchema,
	linkMinutes,
	requestSessionSchema,
	sessionDays,
	startSessionSchema,
	takePersonaSchema,
} from './session.schema.ts';
import { signInMail } from './sign-in-mail.server.ts';

const quarter = 15 * 60;
/** So many mails in a quarter of an hour to one address, whoever asks for them. */
const mostMails = 5;

interface Found {
	municipality_name: string;
	membership_id: string;
	organisation_name: string;
	role: string;
	language: string;
}

export const requestSession = command({
	name: 'session.request',
	summary: 'Sends a link to sign in with to an e-mail address, when somebody has that address.',
	http: { method: 'POST', path: '/inlogverzoeken' },
	input: requestSessionSchema,
	subject: nothing,
	// Everyone: whoever wants to sign in has no session yet.
	allow: anyone,
	rate: { seconds: quarter, most: 10 },
	// The answer is the same whether the address is known or not.
	async run({ tx, clock }, { email, back }): Promise<Record<never, never>> {
		const now = clock.now();
		const { rows } = await sql<Found>`SELECT * FROM find_memberships(${email})`.execute(tx);
		if (rows.length === 0 || !(await mayMail(tx, email, now))) return {};
		const mail = signInMail(
			rows.map((row) => ({
				role: row.role,
				organisation: row.organisation_name,
				municipality: row.municipality_name,
			})),
			asLanguage(rows[0]?.language),
			back,
		);
		const memberships = rows.map((row) => row.membership_id);
		const digests = mail.secrets.map(digestOf);
		await sql`SELECT post_sign_in_mail(${email}, ${memberships}::uuid[], ${digests}::bytea[], ${now},
			${minutesAfter(now, linkMinutes)}, ${newId()}, ${mail.subject}, ${mail.body})`.execute(tx);
		return {};
	},
});

export const startSession = command({
	name: 'session.start',
	summary: 'Uses a sign-in link up and begins a session with the secret that the caller made.',
	http: { method: 'POST', path: '/sessies' },
	input: startSessionSchema,
	subject: nothing,
	// Everyone: holding the link is what counts.
	allow: anyone,
	rate: { seconds: quarter, most: 30 },
	async run({ tx, clock }, { link, session }) {
		const now = clock.now();
		const until = daysAfter(now, sessionDays);
		const { rows } = await sql<{ municipality_slug: string }>`
			SELECT * FROM use_sign_in_link(${digestOf(link)}, ${digestOf(session)}, ${now}, ${until})`.execute(
			tx,
		);
		if (!rows[0]) throw new Failure('sign_in_link.spent', 409);
		return { municipalitySlug: rows[0].municipality_slug };
	},
});

export const takePersona = command({
	name: 'session.takePersona',
	summary: 'Begins a session as one of the roles of the example; never in production.',
	http: { method: 'POST', path: '/voorbeeldsessies' },
	input: takePersonaSchema,
	subject: nothing,
	allow: onlyWithExample,
	rate: { seconds: quarter, most: 200 },
	async run({ tx, clock }, { membershipId, session }) {
		const now = clock.now();
		const until = daysAfter(now, sessionDays);
		const { rows } = await sql<{ municipality_slug: string }>`
			SELECT * FROM take_persona(${membershipId}, ${digestOf(session)}, ${now}, ${until})`.execute(tx);
		if (!rows[0]) throw new Failure('not_found', 404);
		return { municipalitySlug: rows[0].municipality_slug };
	},
});

export const leave = command({
	name: 'session.leave',
	summary: 'Ends the session that a secret opens.',
	http: { method: 'POST', path: '/sessies/afmelden' },
	input: leaveSchema,
	subject: nothing,
	// Everyone: whoever holds the secret may end its session, also when it is already over.
	allow: anyone,
	rate: { seconds: quarter, most: 200 },
	async run({ tx, clock }, { session }): Promise<Record<never, never>> {
		const digest = digestOf(session);
		await sql`SELECT end_session(${digest}, ${clock.now()})`.execute(tx);
		forget(digest.toString('hex'));
		return {};
	},
});

async function mayMail(tx: Tx, email: string, now: Date): Promise<boolean> {
	const { rows } = await sql<{ ok: boolean }>`
		SELECT take_rate(${`sign-in mail ${email}`}, ${quarter}, ${mostMails}, ${now}) AS ok`.execute(tx);
	return rows[0]?.ok === true;
}
