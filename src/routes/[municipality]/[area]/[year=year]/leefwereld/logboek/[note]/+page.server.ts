import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { shownMoment } from '#features/evidence/moment.ts';
import { pathOfSource } from '#features/lifeworld/form-page.server.ts';
import {
	changeNote,
	shareNote,
	withdrawNote,
} from '#features/lifeworld/logbook.commands.server.ts';
import { withMarks } from '#features/lifeworld/mark-value.ts';
import { markNote, unmarkNote } from '#features/lifeworld/note-mark.commands.server.ts';
import { noteTexts } from '#features/lifeworld/note-marks.ts';
import { readNote } from '#features/lifeworld/logbook.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
	const { trajectory } = await parent();
	const found = await locals.ask(readNote, { noteId: params.note });
	if (found.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	const { note } = found;
	// What was shared is a source by now.
	if (note.evidenceId) redirect(303, pathOfSource(params, note.evidenceId));
	return {
		...found,
		moment: shownMoment(note.happenedAt, note.happenedPrecision),
		texts: noteTexts(note.text),
		marked: note.marks.map((mark) => ({ ...mark, requestId: newId() })),
		notice: url.searchParams.get('melding') === 'gemarkeerd' ? ('marked' as const) : null,
		requestIds: { mark: newId(), change: newId(), share: newId(), withdraw: newId() },
	};
};

const fixed = ({ params }: RequestEvent) => ({ noteId: params.note });
const list = (notice: string) => (event: RequestEvent) =>
	`${event.url.pathname.replace(/\/[^/]+$/, '')}?melding=${notice}`;

const here = ({ url }: RequestEvent) => `${url.pathname}?melding=gemarkeerd#gemarkeerd`;

export const actions: Actions = {
	mark: formAction(markNote, { fixed, input: withMarks, next: here }),
	unmark: formAction(unmarkNote, { fixed, next: here }),
	change: formAction(changeNote, { fixed, next: list('gewijzigd') }),
	share: formAction(shareNote, {
		fixed,
		next: ({ params }, { id }) => `${pathOfSource(params, id)}?melding=bewaard`,
	}),
	withdraw: formAction(withdrawNote, { fixed, next: list('weggelegd') }),
};
