import {
	changeDiscussion,
	recordDiscussion,
	restoreDiscussion,
	withdrawDiscussion,
} from '#features/agenda/discussion.commands.server.ts';
import { listDisagreements, talkSize } from '#features/agenda/weighing.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = { besproken: 'noteSaved', teruggenomen: 'noteWithdrawn' } as const;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	const notice = url.searchParams.get('melding') as keyof typeof notices | null;
	const read = await locals.ask(listDisagreements, { trajectoryId: trajectory.id, page });
	return {
		...read,
		pageSize: talkSize,
		rows: read.rows.map((row) => ({
			...row,
			ids: { record: newId(), change: newId(), withdraw: newId() },
		})),
		withdrawn: read.withdrawn.map((line) => ({ ...line, restoreId: newId() })),
		notice: notice && (notices[notice] ?? null),
	};
};

const done = (notice: keyof typeof notices) => ({
	// Back to the page of the list that somebody was on.
	next: ({ url }: { url: URL }) => {
		const page = url.searchParams.get('pagina');
		return `${url.pathname}?${page ? `pagina=${encodeURIComponent(page)}&` : ''}melding=${notice}`;
	},
});

export const actions: Actions = {
	record: formAction(recordDiscussion, done('besproken')),
	change: formAction(changeDiscussion, done('besproken')),
	withdraw: formAction(withdrawDiscussion, done('teruggenomen')),
	restore: formAction(restoreDiscussion, done('besproken')),
};
