import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { sourceTexts } from '#features/evidence/source-texts.ts';
import { pathOfSource } from '#features/lifeworld/form-page.server.ts';
import { withMarks } from '#features/lifeworld/mark-value.ts';
import { markPassages } from '#features/lifeworld/passage.commands.server.ts';
import { listPassages } from '#features/lifeworld/passage.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
	const { trajectory } = await parent();
	const source = await locals.ask(readEvidence, { evidenceId: params.id });
	if (source.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	// Who may not mark, or what was withdrawn, is read instead.
	if (!source.may.cite) redirect(303, pathOfSource(params, params.id));
	const { themes } = await locals.ask(listPassages, {
		trajectoryId: trajectory.id,
		evidenceId: source.id,
	});
	return { source, texts: sourceTexts(source), themes, requestId: newId() };
};

const next = ({ params }: RequestEvent) =>
	`${pathOfSource(params, params.id ?? '')}?melding=gemarkeerd#gemarkeerd`;

export const actions: Actions = {
	mark: formAction(markPassages, {
		fixed: ({ params }) => ({ evidenceId: params.id }),
		input: withMarks,
		next,
	}),
};
