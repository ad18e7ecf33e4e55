import { managesPeople } from '#features/accounts/people.policy.ts';
import type { LayoutServerLoad } from './$types';

/** What every page shows about who is asking. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	const { actor, language } = locals;
	return {
		language,
		address: url.pathname + url.search,
		member:
			actor.kind === 'member'
				? {
						name: actor.name,
						role: actor.role,
						organisationName: actor.organisationName,
						municipalityName: actor.municipalityName,
						municipalitySlug: actor.municipalitySlug,
						managesPeople: managesPeople(actor, null) === true,
					}
				: null,
	};
};
