import { showProfile } from '#features/figures/figures.queries.server.ts';
import { profilePage } from '#features/figures/profile-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) =>
	profilePage(await locals.ask(showProfile, { code: params.code }), url, locals.language);
