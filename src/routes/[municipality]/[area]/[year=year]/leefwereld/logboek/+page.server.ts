import { nowMoment } from '#features/lifeworld/form-page.server.ts';
import { addNote, restoreNote } from '#features/lifeworld/logbook.commands.server.ts';
import { listNotes } from '#features/lifeworld/logbook.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const theme = url.searchParams.get('thema')?.slice(0, 80) || null;
	const page = Number(/^[1-9]\d{0,4}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
	const list = await locals.ask(listNotes, { trajectoryId: trajectory.id, theme, page });
	return {
		list,
		theme,
		moment: { happenedOn: nowMoment().happenedOn, happenedTime: '' },
		notice: url.searchParams.get('melding'),
		requestId: newId(),
	};
};

const next = (notice: string) => (event: { url: URL }) => `${event.url.pathname}?melding=${notice}`;

export const actions: Actions = {
	add: formAction(addNote, { next: next('bewaard') }),
	restore: formAction(restoreNote, { next: next('terug') }),
};
