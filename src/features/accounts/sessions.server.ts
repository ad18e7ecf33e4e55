import { sql } from 'kysely';
import type { Member } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';

/**
 * Which of these members of one organisation still are what their session says: what `enter_scope` checks for one, for
 * many at once. Members without a session (the program's own) are what they are.
 */
export async function stillHolding(
	reader: Reader,
	members: readonly Member[],
	at: Date,
): Promise<Member[]> {
	const withSession = members.filter(({ session }) => session !== null);
	if (withSession.length === 0) return [...members];
	const digests = withSession.map(({ session }) => Buffer.from(session ?? '', 'hex'));
	const rows = await reader
		.selectFrom('session as s')
		.innerJoin('membership as m', (join) =>
			join
				.onRef('m.municipality_id', '=', 's.municipality_id')
				.onRef('m.id', '=', 's.membership_id'),
		)
		.select(['m.id', 'm.role', 'm.organisation_id'])
		.select(sql<string>`encode(s.digest, 'hex')`.as('digest'))
		.where('s.municipality_id', '=', withSession[0]?.municipalityId ?? null)
		.where('s.digest', '=', sql<Buffer>`ANY (${digests})`)
		.where('s.ended_at', 'is', null)
		.where('s.expires_at', '>', at)
		.where('m.ended_at', 'is', null)
		.execute();
	const holding = new Map(rows.map((row) => [row.digest, row]));
	return members.filter((member) => {
		if (member.session === null) return true;
		const row = holding.get(member.session);
		return (
			row?.id === member.membershipId &&
			row.role === member.role &&
			row.organisation_id === member.organisationId
		);
	});
}
