import { cellHistory } from '#features/analysis/cell-history.queries.server.ts';
import { changeFinding, restoreFinding } from '#features/analysis/finding.commands.server.ts';
import { changeNeed, restoreNeed } from '#features/analysis/knowledge-need.commands.server.ts';
import { changeProvision, restoreProvision } from '#features/analysis/provision.commands.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import { liveFormTexts } from '#locales/live-form.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory, language } = await parent();
	const input = {
		trajectoryId: trajectory.id,
		theme: url.searchParams.get('thema') ?? '',
		column: url.searchParams.get('kolom') ?? '',
	};
	return {
		...(await locals.ask(cellHistory, input)),
		notice: url.searchParams.has('teruggezet') ? liveFormTexts[language].putBack : null,
	};
};

/** Back to the same cell. */
function next({ url }: RequestEvent): string {
	const search = new URLSearchParams();
	for (const name of ['thema', 'kolom']) search.set(name, url.searchParams.get(name) ?? '');
	return `${url.pathname}?${search}&teruggezet`;
}

export const actions = {
	change_finding: formAction(changeFinding, { next }),
	restore_finding: formAction(restoreFinding, { next }),
	change_provision: formAction(changeProvision, { next }),
	restore_provision: formAction(restoreProvision, { next }),
	change_knowledgeNeed: formAction(changeNeed, { next }),
	restore_knowledgeNeed: formAction(restoreNeed, { next }),
} satisfies Actions;
