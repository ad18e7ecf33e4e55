import { analysisPaths } from '#features/analysis/analysis-paths.ts';
import { withKind } from '#features/analysis/finding-place.ts';
import { addFindingFromPassage } from '#features/analysis/passage-finding.commands.server.ts';
import { beginPassageFinding } from '#features/analysis/passage-finding.queries.server.ts';
import { withThemes } from '#features/analysis/theme-list.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const chosen = url.searchParams.getAll('passage').filter((id) => uuid.test(id));
	const begun = await locals.ask(beginPassageFinding, {
		trajectoryId: trajectory.id,
		passageIds: chosen.slice(0, 20),
	});
	return { ...begun, requestId: newId() };
};

export const actions = {
	add: formAction(addFindingFromPassage, {
		input: (values) => withKind(withThemes(values)),
		next: ({ params }, { id }) => {
			const place = { areaSlug: params.area ?? '', startYear: Number(params.year) };
			return `${analysisPaths(params.municipality ?? '', place).finding(id)}?melding=woorden`;
		},
	}),
} satisfies Actions;
