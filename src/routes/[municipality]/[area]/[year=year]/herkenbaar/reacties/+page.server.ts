import { judge, judgeBurst } from '#features/recognition/reaction.commands.server.ts';
import { listQueue } from '#features/recognition/reaction.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const which = url.searchParams.get('welke') === 'gelezen' ? 'judged' : 'waiting';
	const page = url.searchParams.get('pagina') ?? undefined;
	const list = await locals.ask(listQueue, { trajectoryId: trajectory.id, which, page });
	return {
		...list,
		which,
		items: list.items.map((one) => ({ ...one, acceptId: newId(), refuseId: newId() })),
		bursts: list.bursts.map((one) => ({ ...one, requestId: newId() })),
		notice: url.searchParams.get('melding'),
	};
};

const next = (notice: string) => (event: RequestEvent) => {
	const which = event.url.searchParams.get('welke');
	return `${event.url.pathname}?${which ? `welke=${which}&` : ''}melding=${notice}`;
};

export const actions: Actions = {
	accept: formAction(judge, {
		fixed: () => ({ outcome: 'accepted' }),
		next: next('overgenomen'),
	}),
	burst: formAction(judgeBurst, { next: next('golf') }),
	refuse: formAction(judge, {
		fixed: () => ({ outcome: 'refused' }),
		next: next('geweigerd'),
	}),
};
