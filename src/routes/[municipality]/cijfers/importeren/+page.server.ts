import { fail, redirect } from '@sveltejs/kit';
import { listImports, readImport } from '#features/publications/import.queries.server.ts';
import { receiveImport } from '#features/publications/import.commands.server.ts';
import { importWords, megabytes } from '#features/publications/import-words.ts';
import { importProblemOf } from '#features/publications/import-problem.ts';
import { receiveUpload } from '#server/receive-upload.server.ts';
import { explain, explainProblems } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { FormFailure } from '#kernel/pages.server.ts';
import { importTexts } from '#locales/figure-import.ts';
import { UPLOAD_LIMIT } from '#server/http/bodylimit.ts';
import { dropUpload } from '#server/uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	imports: await locals.ask(listImports, {}),
	requestId: newId(),
	limit: UPLOAD_LIMIT,
});

export const actions = {
	default: async ({ request, locals, params }) => {
		// Who may not import sends nothing that is kept.
		await locals.ask(listImports, {});
		const upload = await receiveUpload(request, newId(), UPLOAD_LIMIT);
		const address = (id: string) => `/${params.municipality}/cijfers/importeren/${id}`;
		if ('repeats' in upload) redirect(303, address(upload.repeats));
		const { requestId: _, ...values } = upload.fields;
		const refuse = (message: string, errors: FormFailure['errors'] = []) =>
			fail(400, {
				command: receiveImport.name,
				code: 'refused',
				message,
				values,
				errors,
				data: null,
			});
		const { problems: t } = importTexts[locals.language];
		if ('refused' in upload) {
			const limit = megabytes(UPLOAD_LIMIT, locals.language);
			const sentences = { too_large: t.too_large(limit), cut_off: t.cut_off, no_files: t.no_files };
			const message = sentences[upload.refused];
			return refuse(message, [{ path: 'files', message }]);
		}
		const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
		try {
			await locals.run(receiveImport, input, upload.id);
			// Sent again after its import had finished: what came now is not needed.
			const { finishedAt } = await locals.ask(readImport, { importId: upload.id });
			if (finishedAt) await dropUpload(upload.id);
		} catch (failure) {
			await dropUpload(upload.id);
			if (!(failure instanceof Failure)) throw failure;
			const problem = importProblemOf(failure);
			const message = problem
				? importWords(problem, locals.language).join(' ')
				: explain(failure, locals.language);
			return refuse(message, explainProblems(failure.problems, locals.language));
		}
		redirect(303, address(upload.id));
	},
} satisfies Actions;
