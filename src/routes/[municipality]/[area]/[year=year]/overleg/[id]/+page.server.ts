import { error } from '@sveltejs/kit';
import {
	changeMeeting,
	closeMeeting,
	dropMeeting,
	minuteMeeting,
	reopenMeeting,
	resumeMeeting,
} from '#features/signals/meeting.commands.server.ts';
import { readMeeting } from '#features/signals/meeting.queries.server.ts';
import { decideSignal, reportSignal } from '#features/signals/step.commands.server.ts';
import { tellMeeting } from '#features/signals/telling.commands.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readMeeting, { coreMeetingId: params.id });
	if (read.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	const { comingBack, fresh, settled } = read.agenda;
	const signals = [...comingBack, ...fresh, ...settled];
	return {
		...read,
		requests: Object.fromEntries(signals.map(({ id }) => [id, [newId(), newId()]])),
		requestIds: {
			...{ minute: newId(), change: newId(), close: newId(), drop: newId() },
			...{ tell: newId(), reopen: newId(), resume: newId() },
		},
		notice: url.searchParams.get('melding') === 'bewaard' ? ('saved' as const) : null,
	};
};

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({
	coreMeetingId: params.id,
});
const next = ({ url }: { url: URL }) => `${url.pathname}?melding=bewaard`;
/** Back to the signal that was spoken of: the group goes on from there. */
const atSignals = ({ url }: { url: URL }) => `${url.pathname}?melding=bewaard#agenda`;

export const actions: Actions = {
	change: formAction(changeMeeting, { fixed, next }),
	drop: formAction(dropMeeting, { fixed, next }),
	resume: formAction(resumeMeeting, { fixed, next }),
	minute: formAction(minuteMeeting, { fixed, next }),
	close: formAction(closeMeeting, { fixed, next }),
	reopen: formAction(reopenMeeting, { fixed, next }),
	tell: formAction(tellMeeting, { fixed, next }),
	decide: formAction(decideSignal, { fixed, next: atSignals }),
	report: formAction(reportSignal, { fixed, next: atSignals }),
};
