import type { RequestEvent } from '@sveltejs/kit';
import { findPlace } from '#features/accounts/municipality.queries.server.ts';
import { eraseContribution, takeBack } from '#features/retention/contribution.commands.server.ts';
import { listContributions } from '#features/retention/contribution.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = url.searchParams.get('pagina') ?? undefined;
	const { items, ...rest } = await locals.ask(listContributions, { page });
	return {
		...rest,
		items: items.map((item) => ({ ...item, requestIds: { takeBack: newId(), erase: newId() } })),
		place: await locals.ask(findPlace, {}),
		notice: url.searchParams.get('melding'),
	};
};

const backWith = (notice: string) => ({
	next: ({ url }: RequestEvent) => `${url.pathname}?melding=${notice}`,
});

export const actions: Actions = {
	takeBack: formAction(takeBack, backWith('teruggenomen')),
	erase: formAction(eraseContribution, backWith('gewist')),
};
