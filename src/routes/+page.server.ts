import { redirect } from '@sveltejs/kit';
import { listPublicPlaces } from '#features/accounts/municipality.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor.kind === 'member') redirect(303, `/${locals.actor.municipalitySlug}`);
	return { places: await locals.ask(listPublicPlaces, {}) };
};
