import { importWords, megabytes } from '#features/publications/import-words.ts';
import { cancelImport, resumeImport } from '#features/publications/import.commands.server.ts';
import { readImport } from '#features/publications/import.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, depends }) => {
	depends('figures:import');
	const found = await locals.ask(readImport, { importId: params.id });
	const { problem, bytesRead, bytesTotal, ...state } = found;
	return {
		...state,
		bytesRead,
		bytesTotal,
		read: megabytes(bytesRead, locals.language),
		total: megabytes(bytesTotal, locals.language),
		problem: problem && importWords(problem, locals.language),
		requestId: newId(),
	};
};

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({
	importId: params.id,
});

export const actions = {
	cancel: formAction(cancelImport, { fixed }),
	resume: formAction(resumeImport, { fixed }),
} satisfies Actions;
