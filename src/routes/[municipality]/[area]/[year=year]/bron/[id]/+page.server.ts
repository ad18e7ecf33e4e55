import { error, type RequestEvent } from '@sveltejs/kit';
import { usesOfSource } from '#features/analysis/source-use.queries.server.ts';
import {
	changeAttachment,
	eraseAttachment,
	restoreAttachment,
	withdrawAttachment,
} from '#features/evidence/attachment.commands.server.ts';
import { listAttachments } from '#features/evidence/attachment.queries.server.ts';
import {
	restoreEvidence,
	setVisibility,
	withdrawEvidence,
} from '#features/evidence/evidence.commands.server.ts';
import { readEvidence, themesOfTrajectory } from '#features/evidence/evidence.queries.server.ts';
import {
	keepFigure,
	takeNewerFigure,
	withdrawKeptFigure,
} from '#features/figures/newer-figure.commands.server.ts';
import { readFigureSource } from '#features/figures/newer-figure.queries.server.ts';
import { pathOfSource } from '#features/lifeworld/form-page.server.ts';
import { listGuides } from '#features/lifeworld/guides.queries.server.ts';
import { listPassages } from '#features/lifeworld/passage.queries.server.ts';
import { sourceTexts } from '#features/evidence/source-texts.ts';
import { readWalk } from '#features/lifeworld/walk.queries.server.ts';
import { readThread } from '#features/thread/thread.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const source = await locals.ask(readEvidence, { evidenceId: params.id });
	if (source.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	const attachments = await locals.ask(listAttachments, { evidenceId: params.id });
	return {
		source,
		attachments,
		walk: source.kind === 'walk' ? await locals.ask(readWalk, { evidenceId: params.id }) : null,
		photoIds: Object.fromEntries(attachments.items.map(({ id }) => [id, newId()])),
		figure:
			source.kind === 'figure'
				? await locals.ask(readFigureSource, { evidenceId: params.id })
				: null,
		guides: await locals.ask(listGuides, input),
		passages: (await locals.ask(listPassages, { ...input, evidenceId: params.id })).items,
		hasTexts: sourceTexts(source).length > 0,
		themes: await locals.ask(themesOfTrajectory, input),
		uses: await locals.ask(usesOfSource, { evidenceId: params.id }),
		thread: await locals.ask(readThread, { ...input, kind: 'evidence', id: params.id }),
		notice: url.searchParams.get('melding'),
		requestIds: {
			withdraw: newId(),
			restore: newId(),
			visibility: newId(),
			take: newId(),
			keep: newId(),
			again: newId(),
		},
	};
};

const backWith = (notice: string) => (event: RequestEvent, output: { id: string }) =>
	`${pathOfSource(event.params, output.id)}?melding=${notice}`;

/** Back to the page itself: what was made or taken back is not the source. */
const here = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions: Actions = {
	withdraw: formAction(withdrawEvidence, { next: backWith('ingetrokken') }),
	restore: formAction(restoreEvidence, { next: backWith('hersteld') }),
	visibility: formAction(setVisibility, { next: backWith('zichtbaar') }),
	takeNewer: formAction(takeNewerFigure, { next: backWith('overgenomen') }),
	keep: formAction(keepFigure, { next: here('gehouden') }),
	changePhoto: formAction(changeAttachment, { next: here('foto-gewijzigd') }),
	withdrawPhoto: formAction(withdrawAttachment, { next: here('foto-weg') }),
	restorePhoto: formAction(restoreAttachment, { next: here('foto-terug') }),
	erasePhoto: formAction(eraseAttachment, { next: here('foto-gewist') }),
	chooseAgain: formAction(withdrawKeptFigure, { next: here('opnieuw') }),
};
