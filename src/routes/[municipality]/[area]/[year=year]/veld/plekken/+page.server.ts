import { listGuides } from '#features/lifeworld/guides.queries.server.ts';
import { addPlace } from '#features/lifeworld/place.commands.server.ts';
import { placeList } from '#features/lifeworld/place.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	return {
		...(await locals.ask(placeList, input)),
		guides: await locals.ask(listGuides, input),
		notice: url.searchParams.get('melding'),
		requestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addPlace, { next: ({ url }) => `${url.pathname}?melding=toegevoegd` }),
};
