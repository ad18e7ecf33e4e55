import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** Who scores with one voice: an organisation, or the residents of the trajectory together. */
export interface Party {
	/** Of the organisation, or of the residents' party. */
	id: string;
	/** '' for the residents' party: the interface has a word for it. */
	name: string;
	/** It speaks for residents. */
	isResidents: boolean;
	/** Of the residents' party: how its scores were gathered, and by how many people. Null for an organisation. */
	gathered: { how: string; people: number | null } | null;
}

/** The residents' party of a trajectory as whoever leads described it. */
export interface ResidentsParty {
	id: string;
	gathered: string;
	people: number | null;
	version: number;
}

/** The residents' party, or undefined as long as nobody described it. */
export function residentsPartyOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<ResidentsParty | undefined> {
	return reader
		.selectFrom('residents_party')
		.select(['id', 'gathered', 'people', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.executeTakeFirst();
}

/** Everyone who has a voice in a trajectory: the organisations that take part or scored, by name, and the residents. */
export async function partiesOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Party[]> {
	const { rows } = await sql<Pick<Party, 'id' | 'name' | 'isResidents'>>`
		WITH voice AS (
			SELECT p.organisation_id FROM participant p
			WHERE p.municipality_id = ${municipalityId} AND p.trajectory_id = ${trajectoryId} AND p.ended_at IS NULL
			UNION
			SELECT a.organisation_id FROM appraisal a
			WHERE a.municipality_id = ${municipalityId} AND a.trajectory_id = ${trajectoryId}
			UNION
			SELECT a.organisation_id FROM answered_finding a
			WHERE a.municipality_id = ${municipalityId} AND a.trajectory_id = ${trajectoryId}
		)
		SELECT o.id, o.name, o.sector = 'residents' AS "isResidents"
		FROM voice v JOIN organisation o ON o.municipality_id = ${municipalityId} AND o.id = v.organisation_id
		ORDER BY o.name`.execute(reader);
	const organisations = rows.map((row) => ({ ...row, gathered: null }));
	const residents = await residentsPartyOf(reader, municipalityId, trajectoryId);
	return residents ? [...organisations, asParty(residents)] : organisations;
}

function asParty({ id, gathered, people }: ResidentsParty): Party {
	return { id, name: '', isResidents: true, gathered: { how: gathered, people } };
}
