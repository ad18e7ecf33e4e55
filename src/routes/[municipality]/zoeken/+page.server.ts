import { isHttpError, isRedirect } from '@sveltejs/kit';
import { findPlace } from '#features/accounts/municipality.queries.server.ts';
import { lifeworldKinds } from '#features/evidence/evidence-kind.ts';
import { listEvidence } from '#features/evidence/evidence.queries.server.ts';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const typed = url.searchParams.get('zoek')?.trim().slice(0, 200) ?? '';
	const trajectories = await locals.ask(listTrajectories, {});
	const asked = [];
	// One after another: each is a question of its own, under the rights of its own trajectory.
	for (const trajectory of typed ? trajectories : []) {
		const list = await mayBe(locals.ask(listEvidence, { trajectoryId: trajectory.id, search: typed, kind: lifeworldKinds })); // prettier-ignore
		if (list) asked.push({ trajectory, list });
	}
	return { place: await locals.ask(findPlace, {}), typed, asked };
};

/** Null where the reader takes no part and nothing is public: then there is nothing to find for them. */
async function mayBe<T>(list: Promise<T>): Promise<T | null> {
	try {
		return await list;
	} catch (error) {
		// A page is told so by an error, or by the way to sign in.
		if (isHttpError(error, 403) || isRedirect(error)) return null;
		throw error;
	}
}
