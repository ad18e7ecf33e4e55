import { placeLine } from '#features/analysis/form-import-line.commands.server.ts';
import {
	approveFormImport,
	leaveFormImport,
	resumeFormImport,
	withdrawFormImport,
} from '#features/analysis/form-import.commands.server.ts';
import { readFormImport } from '#features/analysis/form-import.queries.server.ts';
import { usualPage } from '#kernel/list-page.ts';
import { formAction } from '#kernel/pages.server.ts';
import { newId } from '#kernel/id.ts';
import { importFormTexts } from '#locales/form-import.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const t = importFormTexts[locals.language];
	const count = (name: string) => Number(url.searchParams.get(name)) || 0;
	const message = url.searchParams.get('melding');
	const page = url.searchParams.get('pagina') ?? undefined;
	const notices: (string | false)[] = [
		message === 'bekend' && t.known,
		message === 'overgenomen' && t.done(count('regels')),
		message === 'teruggedraaid' && t.undone(count('regels'), count('gebleven')),
	];
	return {
		...(await locals.ask(readFormImport, {
			formImportId: params.import,
			view: url.searchParams.get('toon') === 'alles' ? 'all' : 'open',
			page,
		})),
		page: Number(page ?? 1),
		pageSize: usualPage,
		notice: notices.find(Boolean) || null,
		warning: count('wachten') > 0 ? t.waiting(count('wachten')) : null,
		requestId: newId(),
	};
};

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({
	formImportId: params.import,
});

/** The page again, showing the same lines, with what came of it. */
function back(url: URL, said: Record<string, string | number>): string {
	const search = new URLSearchParams();
	for (const name of ['toon', 'pagina'])
		if (url.searchParams.has(name)) search.set(name, url.searchParams.get(name) ?? '');
	for (const [name, value] of Object.entries(said)) search.set(name, String(value));
	return `${url.pathname}?${search}`;
}

export const actions = {
	approve: formAction(approveFormImport, {
		fixed,
		next: ({ url }, { approved, waiting }) =>
			back(url, { melding: 'overgenomen', regels: approved, wachten: waiting }),
	}),
	leave: formAction(leaveFormImport, { fixed }),
	resume: formAction(resumeFormImport, { fixed }),
	undo: formAction(withdrawFormImport, {
		fixed,
		next: ({ url }, { undone, kept }) =>
			back(url, { melding: 'teruggedraaid', regels: undone, gebleven: kept }),
	}),
	place: formAction(placeLine),
} satisfies Actions;
