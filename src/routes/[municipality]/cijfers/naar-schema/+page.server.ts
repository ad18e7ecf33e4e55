import { redirect } from '@sveltejs/kit';
import { analysisPaths } from '#features/analysis/analysis-paths.ts';
import { listFigureTrajectories } from '#features/analysis/figure-finding.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const figure = {
		areaCode: url.searchParams.get('gebied') ?? '',
		seriesId: Number(url.searchParams.get('reeks') ?? 0),
	};
	const { items } = await locals.ask(listFigureTrajectories, {});
	const choices = items.map((trajectory) => ({
		...trajectory,
		isHere: trajectory.areaCode === figure.areaCode,
		href: analysisPaths(params.municipality, trajectory).fromFigure(figure),
	}));
	const [only, ...others] = choices;
	if (only && others.length === 0) redirect(303, only.href);
	return { choices: choices.toSorted((a, b) => Number(b.isHere) - Number(a.isHere)) };
};
