import type { ClientConfig } from 'pg';
import { seedContent } from '#features/content/content.server.ts';
import type { Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';

export interface NewMunicipality {
	/** As people say it: 'Arnhem'. */
	name: string;
	/** Its part of the address: 'arnhem'. */
	slug: string;
	/** Its CBS code: 'GM0202'. */
	code: string;
}

/**
 * Makes a municipality, with the content that comes with the program and its own organisation ('Gemeente Arnhem').
 * Only the owner of the database can; throws PostgreSQL's unique_violation (23505) when the slug is taken.
 */
export async function createMunicipality(
	owner: ClientConfig,
	clock: Clock,
	{ name, slug, code }: NewMunicipality,
): Promise<{ municipalityId: string; organisationId: string }> {
	const municipalityId = newId();
	const organisationId = newId();
	const now = clock.now();
	await asOwner(owner, async (tx) => {
		await tx
			.insertInto('municipality')
			.values({ id: municipalityId, slug, name, code, created_at: now })
			.execute();
		await seedContent(tx, municipalityId, now);
		await tx
			.insertInto('organisation')
			.values({
				municipality_id: municipalityId,
				id: organisationId,
				name: `Gemeente ${name}`,
				sector: 'municipality',
				created_at: now,
			})
			.execute();
	});
	return { municipalityId, organisationId };
}
