import { analysisPaths } from '#features/analysis/analysis-paths.ts';
import { addFindingFromFigure } from '#features/analysis/figure-finding.commands.server.ts';
import { beginFigureFinding } from '#features/analysis/figure-finding.queries.server.ts';
import { withKind } from '#features/analysis/finding-place.ts';
import { withThemes } from '#features/analysis/theme-list.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { framework, ...figure } = await locals.ask(beginFigureFinding, {
		trajectoryId: trajectory.id,
		areaCode: url.searchParams.get('gebied') ?? '',
		seriesId: url.searchParams.get('reeks') ?? '',
	});
	return { framework, figure, requestId: newId() };
};

export const actions = {
	add: formAction(addFindingFromFigure, {
		input: (values) => withKind(withThemes(values)),
		next: ({ params }, { id }) => {
			const place = { areaSlug: params.area ?? '', startYear: Number(params.year) };
			return `${analysisPaths(params.municipality ?? '', place).finding(id)}?melding=cijfer`;
		},
	}),
} satisfies Actions;
