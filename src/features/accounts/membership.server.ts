import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';

export interface MembershipRow {
	id: string;
	municipalityId: string;
	personId: string;
	email: string;
	organisationId: string;
	role: string;
	acceptedAt: Date | null;
	endedAt: Date | null;
}

/** A membership of the actor's municipality. Throws `not_found`. */
export async function loadMembership(
	reader: Reader,
	actor: Actor,
	membershipId: string,
): Promise<MembershipRow> {
	const row = await reader
		.selectFrom('membership as m')
		.innerJoin('person as p', (join) =>
			join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
		)
		.select([
			'm.id',
			'm.municipality_id as municipalityId',
			'm.person_id as personId',
			'p.email',
			'm.organisation_id as organisationId',
			'm.role',
			'm.accepted_at as acceptedAt',
			'm.ended_at as endedAt',
		])
		.where('m.municipality_id', '=', actor.municipalityId)
		.where('m.id', '=', membershipId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row;
}
