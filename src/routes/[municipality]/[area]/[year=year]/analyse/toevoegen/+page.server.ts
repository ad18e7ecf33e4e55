import { analysisPaths } from '#features/analysis/analysis-paths.ts';
import { addFinding } from '#features/analysis/finding.commands.server.ts';
import { beginEntry } from '#features/analysis/entry.queries.server.ts';
import { addNeed } from '#features/analysis/knowledge-need.commands.server.ts';
import { addProvision } from '#features/analysis/provision.commands.server.ts';
import { withThemes } from '#features/analysis/theme-list.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { framework, sources } = await locals.ask(beginEntry, {
		trajectoryId: trajectory.id,
		evidenceIds: url.searchParams.getAll('bron'),
	});
	const columns = framework.columns.filter(({ kind }) => kind !== 'sources');
	return {
		framework,
		sources,
		column: columns.find(({ id }) => id === url.searchParams.get('kolom')) ?? null,
		theme: url.searchParams.get('thema') ?? '',
		requestId: newId(),
	};
};

const pathsOf = ({ params }: RequestEvent) =>
	analysisPaths(params.municipality ?? '', {
		areaSlug: params.area ?? '',
		startYear: Number(params.year),
	});

export const actions = {
	add_finding: formAction(addFinding, {
		input: withThemes,
		next: (event, { id }) => `${pathsOf(event).finding(id)}?melding=toegevoegd`,
	}),
	add_provision: formAction(addProvision, { next: (event) => pathsOf(event).form }),
	add_knowledgeNeed: formAction(addNeed, { next: (event) => pathsOf(event).form }),
} satisfies Actions;
