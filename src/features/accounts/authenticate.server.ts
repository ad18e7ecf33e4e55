import type { Pool } from 'pg';
import type { Member } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { digestOf } from '#kernel/secret.server.ts';
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

/** Who holds this session cookie or access token; null when it is unknown, ended, too old, or its membership ended. */
export async function authenticate(
	pool: Pool,
	clock: Clock,
	secret: string,
): Promise<Member | null> {
	const { rows } = await pool.query<Row>({
		name: 'find_session',
		text: 'SELECT * FROM find_session($1, $2)',
		values: [digestOf(secret), clock.now()],
	});
	const row = rows[0];
	if (!row) return null;
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
	};
}
