import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#kernel/actor.ts';
import { enter } from '#features/accounts/enter.server.ts';
import { requestSession, takePersona } from '#features/accounts/session.commands.server.ts';
import { listPersonas } from '#features/accounts/session.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction, formOf } from '#kernel/pages.server.ts';
import { safePath } from '#kernel/safe-path.ts';
import { runtime } from '#server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const back = safePath(url.searchParams.get('terug'));
	if (isHome(locals.actor, back)) redirect(303, back);
	const { demo, smtpUrl } = runtime().config;
	return {
		personas: demo ? await locals.ask(listPersonas, {}) : [],
		sent: url.searchParams.has('verstuurd'),
		hasOutboxPage: demo && !smtpUrl,
		search: searchFor(url),
		requestId: newId(),
	};
};

export const actions: Actions = {
	request: formAction(requestSession, {
		fixed: ({ url }) => ({ back: safePath(url.searchParams.get('terug')) }),
		next: () => '/inloggen?verstuurd',
	}),
	persona: async (event) => {
		const membershipId = (await formOf(event)).get('membershipId');
		try {
			return await enter(event, takePersona, { membershipId });
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			return fail(failure.status, { problem: explain(failure, event.locals.language) });
		}
	},
};

/** What the address of an action adds, so that one still goes back to where one came from. */
function searchFor(url: URL): string {
	const back = url.searchParams.get('terug');
	return back ? `&terug=${encodeURIComponent(back)}` : '';
}

/** Whether somebody who is signed in was sent here in vain, for example because their role changed a moment ago. */
function isHome(actor: Actor, back: string): boolean {
	if (actor.kind !== 'member') return false;
	return back === `/${actor.municipalitySlug}` || back.startsWith(`/${actor.municipalitySlug}/`);
}
