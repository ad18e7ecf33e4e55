import {
	changeRole,
	endMembership,
	inviteAgain,
} from '#features/accounts/membership.commands.server.ts';
import { findPlace } from '#features/accounts/municipality.queries.server.ts';
import { assignableRoles } from '#features/accounts/people.policy.ts';
import { listPeople } from '#features/accounts/people.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { usualPage } from '#kernel/list-page.ts';
import { formAction } from '#kernel/pages.server.ts';
import { peopleNotice } from '#locales/people.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = url.searchParams.get('pagina') ?? undefined;
	const people = await locals.ask(listPeople, { page });
	const items = people.items.map((person) => ({
		...person,
		// One request id per form.
		requestIds: { role: newId(), end: newId(), again: newId() },
	}));
	return {
		people: { ...people, items },
		page: Number(page ?? 1),
		pageSize: usualPage,
		place: await locals.ask(findPlace, {}),
		me: locals.actor.kind === 'member' ? locals.actor.personId : null,
		roles: assignableRoles(locals.actor),
		notice: peopleNotice(url.searchParams.get('melding'), locals.language),
	};
};

const backWith = (notice: string) => ({
	next: ({ url }: { url: URL }) => `${url.pathname}?melding=${notice}`,
});

export const actions: Actions = {
	role: formAction(changeRole, backWith('veranderd')),
	end: formAction(endMembership, backWith('beeindigd')),
	again: formAction(inviteAgain, backWith('uitgenodigd')),
};
