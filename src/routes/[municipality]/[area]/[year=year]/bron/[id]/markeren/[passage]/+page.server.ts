import { error, type RequestEvent } from '@sveltejs/kit';
import { pathOfSource } from '#features/lifeworld/form-page.server.ts';
import {
	changePassage,
	restorePassage,
	withdrawPassage,
} from '#features/lifeworld/passage.commands.server.ts';
import { listPassages, readPassage } from '#features/lifeworld/passage.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
	const { trajectory } = await parent();
	const passage = await locals.ask(readPassage, { passageId: params.passage });
	if (passage.trajectoryId !== trajectory.id || passage.evidenceId !== params.id)
		error(404, { message: explain(notFound(), locals.language) });
	const { themes, may } = await locals.ask(listPassages, { trajectoryId: trajectory.id });
	return {
		passage,
		themes,
		may,
		requestIds: { change: newId(), withdraw: newId(), restore: newId() },
	};
};

const fixed = ({ params }: RequestEvent) => ({ passageId: params.passage });
const next = (notice: string) => (event: RequestEvent) =>
	`${pathOfSource(event.params, event.params.id ?? '')}?melding=${notice}#gemarkeerd`;

export const actions: Actions = {
	change: formAction(changePassage, { fixed, next: next('markering-gewijzigd') }),
	withdraw: formAction(withdrawPassage, { fixed, next: next('markering-weg') }),
	restore: formAction(restorePassage, { fixed, next: next('markering-terug') }),
};
