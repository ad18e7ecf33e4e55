import { takeBack } from '#features/recognition/reaction.commands.server.ts';
import { ownReactions } from '#features/recognition/reaction.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	// Whoever has the address may read it: it goes into no list. It goes along to no other site either (hooks.server.ts);
	// a stricter referrer policy would hide the origin, and then the form below is refused.
	setHeaders({ 'x-robots-tag': 'noindex' });
	const own = await locals.ask(ownReactions, { secret: params.secret });
	return {
		...own,
		reactions: own.reactions.map((one) => ({ ...one, requestId: newId() })),
		address: url.origin + url.pathname,
		notice: url.searchParams.get('melding'),
	};
};

export const actions: Actions = {
	takeBack: formAction(takeBack, {
		fixed: ({ params }) => ({ secret: params.secret }),
		next: ({ url }) => `${url.pathname}?melding=terug`,
	}),
};
