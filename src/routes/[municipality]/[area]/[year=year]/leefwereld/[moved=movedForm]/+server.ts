import { redirect } from '@sveltejs/kit';
import { trajectoryPath } from '#features/trajectory/rooms.ts';
import type { RequestHandler } from './$types';

/** These forms are field pages now; addresses that people kept lead there. */
export const GET: RequestHandler = ({ params, url }) => {
	const { municipality, area, year, moved } = params;
	const home = trajectoryPath(municipality, { areaSlug: area, startYear: Number(year) });
	redirect(308, `${home}/veld/${moved}${url.search}`);
};
