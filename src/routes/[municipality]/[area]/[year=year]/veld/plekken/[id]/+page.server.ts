import { error } from '@sveltejs/kit';
import { listGuides } from '#features/lifeworld/guides.queries.server.ts';
import {
	changePlace,
	restorePlace,
	withdrawPlace,
} from '#features/lifeworld/place.commands.server.ts';
import { placeList, readPlace } from '#features/lifeworld/place.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const place = await locals.ask(readPlace, { placeId: params.id });
	if (place.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	const { places, outline } = await locals.ask(placeList, input);
	return {
		place,
		others: places.filter(({ id, withdrawnAt }) => id !== place.id && !withdrawnAt),
		outline,
		guides: await locals.ask(listGuides, input),
		notice: url.searchParams.get('melding'),
		requestIds: { change: newId(), withdraw: newId(), restore: newId() },
	};
};

const here =
	(notice: string) =>
	({ url }: RequestEvent) =>
		`${url.pathname}?melding=${notice}`;

export const actions: Actions = {
	change: formAction(changePlace, { next: here('gewijzigd') }),
	withdraw: formAction(withdrawPlace, { next: here('weg') }),
	restore: formAction(restorePlace, { next: here('terug') }),
};
