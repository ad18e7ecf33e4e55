import {
	publishDraft,
	restoreDraft,
	revertDraft,
	withdrawDraft,
} from '#features/frameworks/draft.commands.server.ts';
import {
	addColumn,
	hidePart,
	orderPart,
} from '#features/frameworks/draft-parts.commands.server.ts';
import { readDraft } from '#features/frameworks/draft.queries.server.ts';
import { frameworkPaths } from '#features/frameworks/framework-paths.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => ({
	draft: await locals.ask(readDraft, { draftId: params.draft }),
	saved: url.searchParams.get('melding') === 'opgeslagen',
	requestIds: { publish: newId(), setAside: newId(), takeUp: newId(), undo: newId() },
});

const pathsOf = ({ params }: RequestEvent) => frameworkPaths(params.municipality ?? '');
const fixed = ({ params }: RequestEvent) => ({ draftId: params.draft });
const here = {
	fixed,
	next: (event: RequestEvent) => pathsOf(event).draft(event.params.draft ?? ''),
};

export const actions: Actions = {
	order: formAction(orderPart, here),
	hide: formAction(hidePart, here),
	add_column: formAction(addColumn, here),
	undo: formAction(revertDraft, here),
	takeUp: formAction(restoreDraft, here),
	setAside: formAction(withdrawDraft, { fixed, next: (event) => pathsOf(event).list }),
	publish: formAction(publishDraft, {
		fixed,
		next: (event, { key, version }) =>
			`${pathsOf(event).framework(key, version)}&melding=vastgesteld`,
	}),
};
