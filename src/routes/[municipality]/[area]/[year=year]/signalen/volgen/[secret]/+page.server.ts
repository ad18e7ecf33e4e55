import { error } from '@sveltejs/kit';
import { takeBackPost } from '#features/signals/post.commands.server.ts';
import { followPost } from '#features/signals/post.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url, setHeaders }) => {
	const { trajectory } = await parent();
	// The address is the key: it goes to nobody, and no machine in between keeps the page.
	setHeaders({ 'cache-control': 'private, no-store' });
	const signal = await locals.ask(followPost, { secret: params.secret });
	if (signal.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	return {
		signal,
		isNew: url.searchParams.get('melding') === 'verstuurd',
		/** They gave an address, to which a link was mailed that is still to be followed. */
		hasMailed: url.searchParams.has('mail') && !signal.hasAddress,
	};
};

export const actions: Actions = {
	takeBack: formAction(takeBackPost, {
		fixed: ({ params }) => ({ secret: params.secret }),
		next: ({ url }) => url.pathname,
	}),
};
