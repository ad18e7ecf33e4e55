import { sql } from 'kysely';
import * as v from 'valibot';
import { Failure } from '#kernel/failure.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { onlyWithExample, onlyWithoutMailServer } from './session.policy.ts';

export interface Persona {
	membershipId: string;
	municipality: string;
	role: string;
	organisation: string;
}

export const listPersonas = query({
	name: 'persona.list',
	summary: 'Lists the roles of the example that anyone may take on.',
	http: { method: 'GET', path: '/voorbeeldsessies' },
	input: v.object({}),
	subject: nothing,
	allow: onlyWithExample,
	async run({ reader }): Promise<Persona[]> {
		const { rows } = await sql<Persona>`
			SELECT membership_id AS "membershipId", municipality_name AS municipality, role,
				organisation_name AS organisation
			FROM find_personas()`.execute(reader);
		return rows;
	},
});

export const findSignInLink = query({
	name: 'signInLink.find',
	summary: 'Says whom a sign-in link is for, without using it up.',
	input: v.object({ link: v.pipe(v.string(), v.maxLength(100)) }),
	subject: nothing,
	// Everyone: holding the link is what counts.
	allow: anyone,
	async run({ reader, clock }, { link }) {
		const { rows } = await sql<{
			name: string;
			role: string;
			organisation: string;
			municipality: string;
		}>`SELECT person_name AS name, role, organisation_name AS organisation, municipality_name AS municipality
			FROM find_sign_in_link(${digestOf(link)}, ${clock.now()})`.execute(reader);
		if (!rows[0]) throw new Failure('sign_in_link.spent', 410);
		return rows[0];
	},
});

export interface OutboxMail {
	id: string;
	recipient: string;
	subject: string;
	body: string;
	createdAt: Date;
}

const outboxSize = 50;

export const listOutbox = query({
	name: 'outbox.list',
	summary: 'Lists the newest mails on a computer without a mail server; never in production.',
	input: v.object({}),
	subject: nothing,
	allow: onlyWithoutMailServer,
	async run({ reader }): Promise<{ mails: OutboxMail[]; more: boolean }> {
		const { rows } = await sql<OutboxMail>`
			SELECT id, recipient, subject, body, created_at AS "createdAt"
			FROM list_mail(${outboxSize + 1})`.execute(reader);
		return { mails: rows.slice(0, outboxSize), more: rows.length > outboxSize };
	},
});
