import { inviteMember } from '#features/accounts/membership.commands.server.ts';
import { assignableRoles } from '#features/accounts/people.policy.ts';
import { listActiveOrganisations } from '#features/accounts/people.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	organisations: await locals.ask(listActiveOrganisations, {}),
	roles: assignableRoles(locals.actor),
	requestId: newId(),
});

export const actions: Actions = {
	invite: formAction(inviteMember, {
		next: ({ params }) => `/${params.municipality}/mensen?melding=uitgenodigd`,
	}),
};
