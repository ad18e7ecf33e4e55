import { importWords, megabytes } from '#features/publications/import-words.ts';
import { readImport } from '#features/publications/import.queries.server.ts';
import type { PageServerLoad } from './$types';

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
	};
};
