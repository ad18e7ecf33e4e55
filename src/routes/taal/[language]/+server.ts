import { redirect } from '@sveltejs/kit';
import { asLanguage } from '#locales/messages.ts';
import { safePath } from '#kernel/safe-path.ts';
import type { RequestHandler } from './$types';

const year = 365 * 24 * 60 * 60;

/** Remembers the language and goes back to the page one came from. */
export const GET: RequestHandler = ({ params, url, cookies }) => {
	cookies.set('taal', asLanguage(params.language), {
		path: '/',
		maxAge: year,
		httpOnly: true,
		sameSite: 'lax',
	});
	redirect(303, safePath(url.searchParams.get('terug')));
};
