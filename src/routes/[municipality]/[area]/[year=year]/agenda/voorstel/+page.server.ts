import { proposalAsked } from '#features/report/proposal-address.ts';
import { readProposal } from '#features/report/proposal.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const asked = proposalAsked(url.searchParams);
	const { language } = locals;
	return {
		body: asked.body,
		...(await locals.ask(readProposal, {
			trajectoryId: trajectory.id,
			...asked,
			taal: language,
		})),
	};
};
