import { analysisPaths } from '#features/analysis/analysis-paths.ts';
import { withKind } from '#features/analysis/finding-place.ts';
import { withThemes } from '#features/analysis/theme-list.ts';
import {
	takeUpAsFinding,
	takeUpAsNeed,
	undoTakingUp,
} from '#features/analysis/warning-taking.commands.server.ts';
import {
	beginTakingUp,
	listWarningOutcomes,
} from '#features/analysis/warning-taking.queries.server.ts';
import { setAside, takeBack } from '#features/warnings/warning.commands.server.ts';
import { readTrajectoryWarning } from '#features/warnings/warning.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
	const { trajectory } = await parent();
	const which = { trajectoryId: trajectory.id, warningId: params.id };
	const [warning, outcomes, begin] = await Promise.all([
		locals.ask(readTrajectoryWarning, which),
		locals.ask(listWarningOutcomes, { trajectoryId: trajectory.id }),
		trajectory.may.contribute ? locals.ask(beginTakingUp, which) : null,
	]);
	return { warning, outcomes, begin, requestId: newId() };
};

const fixed = ({ params }: RequestEvent) => ({ warningId: params.id });
const pathsOf = ({ params }: { params: Partial<Record<string, string>> }) =>
	analysisPaths(params.municipality ?? '', {
		areaSlug: params.area ?? '',
		startYear: Number(params.year),
	});

export const actions = {
	finding: formAction(takeUpAsFinding, {
		fixed: (event) => fixed(event as RequestEvent),
		input: (values) => withKind(withThemes(values)),
		next: (event, { id }) => pathsOf(event).finding(id),
	}),
	need: formAction(takeUpAsNeed, {
		fixed: (event) => fixed(event as RequestEvent),
		next: (event, { id }) => pathsOf(event).need(id),
	}),
	undo: formAction(undoTakingUp, { fixed: (event) => fixed(event as RequestEvent) }),
	setAside: formAction(setAside, { fixed: (event) => fixed(event as RequestEvent) }),
	takeBack: formAction(takeBack, { fixed: (event) => fixed(event as RequestEvent) }),
} satisfies Actions;
