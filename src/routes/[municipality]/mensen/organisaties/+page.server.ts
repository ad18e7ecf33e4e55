import {
	addOrganisation,
	changeOrganisation,
	endOrganisation,
	resumeOrganisation,
} from '#features/accounts/organisation.commands.server.ts';
import { managesPeople } from '#features/accounts/people.policy.ts';
import { listOrganisations } from '#features/accounts/people.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { usualPage } from '#kernel/list-page.ts';
import { formAction } from '#kernel/pages.server.ts';
import { peopleNotice } from '#locales/people.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = url.searchParams.get('pagina') ?? undefined;
	const list = await locals.ask(listOrganisations, { page });
	const items = list.items.map((one) => ({
		...one,
		requestIds: { change: newId(), end: newId() },
	}));
	return {
		organisations: { ...list, items },
		page: Number(page ?? 1),
		pageSize: usualPage,
		mayManage: managesPeople(locals.actor, null) === true,
		notice: peopleNotice(url.searchParams.get('melding'), locals.language),
		requestId: newId(),
	};
};

const saved = { next: ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen` };

export const actions: Actions = {
	add: formAction(addOrganisation, saved),
	change: formAction(changeOrganisation, saved),
	end: formAction(endOrganisation, saved),
	resume: formAction(resumeOrganisation, saved),
};
