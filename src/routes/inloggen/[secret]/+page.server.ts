import { fail } from '@sveltejs/kit';
import { enter } from '#features/accounts/enter.server.ts';
import { startSession } from '#features/accounts/session.commands.server.ts';
import { findSignInLink } from '#features/accounts/session.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import type { Actions, PageServerLoad } from './$types';

// Reading the page uses nothing up: mail scanners follow every link.
export const load: PageServerLoad = async ({ locals, params, url }) => ({
	link: await locals.ask(findSignInLink, { link: params.secret }),
	action: `?/enter${back(url)}`,
});

export const actions: Actions = {
	enter: async (event) => {
		try {
			return await enter(event, startSession, { link: event.params.secret });
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			return fail(failure.status, { problem: explain(failure, event.locals.language) });
		}
	},
};

function back(url: URL): string {
	const wanted = url.searchParams.get('terug');
	return wanted ? `&terug=${encodeURIComponent(wanted)}` : '';
}
