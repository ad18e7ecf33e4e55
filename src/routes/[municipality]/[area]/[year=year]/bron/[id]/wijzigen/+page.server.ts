import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { changeEvidence } from '#features/evidence/evidence.commands.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { isFixed } from '#features/evidence/evidence-kind.ts';
import { shownMoment } from '#features/evidence/moment.ts';
import { changeConversation } from '#features/lifeworld/conversation.commands.server.ts';
import { pathOfSource } from '#features/lifeworld/form-page.server.ts';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { changeLogbook } from '#features/lifeworld/logbook.commands.server.ts';
import { changeObservation } from '#features/lifeworld/observation.commands.server.ts';
import { changePhoto } from '#features/lifeworld/photo.commands.server.ts';
import { changeWalk } from '#features/lifeworld/walk.commands.server.ts';
import { changeSignal } from '#features/signals/signal.commands.server.ts';
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
	// What may not be changed, or only by taking its withdrawal back, is read instead.
	if (!source.may.change || source.withdrawnAt || isFixed(source.kind))
		redirect(303, pathOfSource(params, params.id));
	return {
		...(await locals.ask(lifeworldForm, {
			trajectoryId: trajectory.id,
			bound: source.kind === 'conversation' ? source.details : null,
		})),
		source,
		moment: shownMoment(source.happenedAt, source.happenedPrecision),
		requestId: newId(),
	};
};

const next = ({ params }: RequestEvent, { id }: { id: string }) =>
	`${pathOfSource(params, id)}?melding=gewijzigd`;

export const actions: Actions = {
	observation: formAction(changeObservation, { next }),
	conversation: formAction(changeConversation, { next }),
	logbook: formAction(changeLogbook, { next }),
	photo: formAction(changePhoto, { next }),
	walk: formAction(changeWalk, { next }),
	document: formAction(changeEvidence, { next }),
	meeting: formAction(changeEvidence, { next }),
	signal: formAction(changeSignal, { next }),
};
