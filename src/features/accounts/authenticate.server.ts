import type { Pool } from 'pg';
import type { Member } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { remember, remembered } from '#kernel/session-memory.ts';
import { asLanguage } from '#locales/messages.ts';

interface Row {
	municipality_id: string;
	municipality_slug: string;
	municipality_name: string;
	membership_id: string;
	person_id: string;
	organisation_id: string;
	organisation_name: string;
	role: string;
	person_name: string;
	language: string;
	kind: 'browser' | 'token';
}

/**
 * Who holds this session cookie or access token; null when it is unknown, ended, too old, or its membership ended.
 * The answer may come from memory: every transaction checks again that the session, the role and the organisation
 * still hold (`enter_scope`).
 */
export async function authenticate(
	pool: Pool,
	clock: Clock,
	secret: string,
): Promise<Member | null> {
	const digest = digestOf(secret);
	const session = digest.toString('hex');
	const now = clock.now();
	const known = remembered(session, now);
	if (known) return known;
	const { rows } = await pool.query<Row>({
		name: 'find_session',
		text: 'SELECT * FROM find_session($1, $2)',
		values: [digest, now],
	});
	if (!rows[0]) return null;
	const member = toMember(rows[0], session);
	remember(session, member, now);
	return member;
}

function toMember(row: Row, session: string): Member {
	return {
		kind: 'member',
		municipalityId: row.municipality_id,
		municipalitySlug: row.municipality_slug,
		municipalityName: row.municipality_name,
		membershipId: row.membership_id,
		personId: row.person_id,
		organisationId: row.organisation_id,
		organisationName: row.organisation_name,
		role: row.role,
		name: row.person_name,
		language: asLanguage(row.language),
		via: row.kind,
		session,
	};
}
