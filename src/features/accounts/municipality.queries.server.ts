import { sql } from 'kysely';
import * as v from 'valibot';
import { notFound } from '#kernel/failure.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';

export interface PublicPlace {
	slug: string;
	name: string;
	/** How many trajectories have a public part. */
	trajectories: number;
}

export const listPublicPlaces = query({
	name: 'municipality.listPublic',
	summary: 'Lists the municipalities in which the public can read something.',
	http: { method: 'GET', path: '/gemeenten' },
	input: v.object({}),
	subject: nothing,
	// Everyone: it names only what is public.
	allow: anyone,
	async run({ reader }): Promise<PublicPlace[]> {
		const { rows } = await sql<PublicPlace>`SELECT * FROM find_public_places()`.execute(reader);
		return rows;
	},
});

export const findPlace = query({
	name: 'municipality.find',
	summary: 'Gives the name of the municipality that is asked about.',
	input: v.object({}),
	subject: nothing,
	// Everyone: the names of municipalities are public.
	allow: anyone,
	async run({ reader, actor }): Promise<{ slug: string; name: string }> {
		const place = await reader
			.selectFrom('municipality')
			.select(['slug', 'name'])
			.where('id', '=', actor.municipalityId)
			.executeTakeFirst();
		if (!place) throw notFound();
		return place;
	},
});
