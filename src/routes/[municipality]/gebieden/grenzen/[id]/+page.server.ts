import { withdrawChanges } from '#features/areas/boundary-import.commands.server.ts';
import { readBoundaryImport } from '#features/areas/boundary-import.queries.server.ts';
import { boundaryNoteWords, boundaryWords } from '#features/areas/boundary-words.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to look at: while something goes on, it is asked for again. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals }) => {
	const { problem, notes, ...found } = await locals.ask(readBoundaryImport, {
		importId: params.id,
	});
	return {
		...found,
		problem: problem && boundaryWords(problem, locals.language),
		notes: notes.map((note) => boundaryNoteWords(note, locals.language)),
		requestId: newId(),
	};
};

export const actions = {
	withdraw: formAction(withdrawChanges, { fixed: ({ params }) => ({ importId: params['id'] }) }),
} satisfies Actions;
