import {
	changeMessages,
	changeMyself,
	endAllSessions,
	endSession,
	makeToken,
} from '#features/accounts/account.commands.server.ts';
import { findMyself } from '#features/accounts/account.queries.server.ts';
import { sessionCookie } from '#features/accounts/cookie.ts';
import { longestTokenDays } from '#features/accounts/session.schema.ts';
import { Failure } from '#kernel/failure.ts';
import { readForm } from '#kernel/form-data.ts';
import { newId } from '#kernel/id.ts';
import { formAction, formOf, refused } from '#kernel/pages.server.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { accountTexts } from '#locales/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
	const t = accountTexts[locals.language].account;
	const notice = url.searchParams.get('melding');
	return {
		me: await locals.ask(findMyself, {}),
		here: digestOf(cookies.get(sessionCookie) ?? '').toString('hex'),
		longestTokenDays,
		notice: notice === 'opgeslagen' ? t.saved : notice === 'beeindigd' ? t.ended : null,
		requestId: newId(),
		messagesId: newId(),
	};
};

export const actions: Actions = {
	change: formAction(changeMyself, {
		next: (event) => {
			// The language of the pages follows at once, also where it was chosen before.
			event.cookies.delete('taal', { path: '/' });
			return '/account?melding=opgeslagen';
		},
	}),
	messages: formAction(changeMessages, { next: () => '/account?melding=opgeslagen' }),
	end: formAction(endSession, { next: () => '/account?melding=beeindigd' }),
	endAll: formAction(endAllSessions, {
		next: (event) => {
			event.cookies.delete(sessionCookie, { path: '/' });
			return '/inloggen';
		},
	}),
	// The token is shown on the page that comes back and nowhere else, so nobody is sent on.
	token: async (event) => {
		const form = await formOf(event);
		const token = newSecret();
		try {
			await event.locals.run(makeToken, { ...readForm(form), token });
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			return refused(event, makeToken.name, form, failure);
		}
		return { token };
	},
};
