import { listToWeigh } from '#features/agenda/appraisal.queries.server.ts';
import { tableSize } from '#features/agenda/appraisal.schema.ts';
import { closeScoring, reopenScoring } from '#features/agenda/scoring.commands.server.ts';
import { readScoring } from '#features/agenda/scoring.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = { opgeslagen: 'saved', gesloten: 'closedNow', geopend: 'reopenedNow' } as const;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	const notice = url.searchParams.get('melding') as keyof typeof notices | null;
	const trajectoryId = trajectory.id;
	return {
		...(await locals.ask(listToWeigh, { trajectoryId, page })),
		pageSize: tableSize,
		scoring: await locals.ask(readScoring, { trajectoryId }),
		ids: { close: newId(), reopen: newId() },
		notice: notice && (notices[notice] ?? null),
	};
};

export const actions: Actions = {
	close: formAction(closeScoring, { next: ({ url }) => `${url.pathname}?melding=gesloten` }),
	reopen: formAction(reopenScoring, { next: ({ url }) => `${url.pathname}?melding=geopend` }),
};
