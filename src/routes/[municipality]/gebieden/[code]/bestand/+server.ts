import { fileAsked } from '#features/figures/file-asked.ts';
import { figureFile } from '#features/figures/figure-download.ts';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import { profileTable } from '#features/figures/profile-table.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const profile = await locals.ask(showProfile, { code: params.code });
	const withSensitive = url.searchParams.get('gevoelig') === 'ja';
	const table = profileTable(profile, withSensitive, locals.language);
	return figureFile(table, fileAsked(url, locals.language, ['cijfers', profile.area.code]));
};
