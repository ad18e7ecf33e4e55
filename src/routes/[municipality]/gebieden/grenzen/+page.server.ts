import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	fetchBoundaries,
	receiveBoundaries,
} from '#features/areas/boundary-import.commands.server.ts';
import {
	listBoundaries,
	listBoundaryImports,
} from '#features/areas/boundary-import.queries.server.ts';
import { megabytes } from '#features/publications/import-words.ts';
import { explain, explainProblems } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction, type FormFailure } from '#kernel/pages.server.ts';
import { boundaryTexts } from '#locales/boundaries.ts';
import { UPLOAD_LIMIT } from '#server/http/bodylimit.ts';
import { receiveUpload } from '#server/receive-upload.server.ts';
import { dropUpload } from '#server/uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const [imports, known] = await Promise.all([
		locals.ask(listBoundaryImports, {}),
		locals.ask(listBoundaries, {}),
	]);
	return { imports, known, fetchId: newId(), requestId: newId() };
};

const address = (event: RequestEvent, id: string) =>
	`/${event.params['municipality']}/gebieden/grenzen/${id}`;

export const actions = {
	fetch: formAction(fetchBoundaries, { next: (event, { id }) => address(event, id) }),
	upload: async (event) => {
		const { request, locals } = event;
		// Who may not import sends nothing that is kept.
		await locals.ask(listBoundaryImports, {});
		const upload = await receiveUpload(request, newId(), UPLOAD_LIMIT);
		if ('repeats' in upload) redirect(303, address(event, upload.repeats));
		const { requestId: _, formKey: _key, ...values } = upload.fields;
		const refuse = (message: string, errors: FormFailure['errors'] = []) =>
			fail(400, {
				command: receiveBoundaries.name,
				code: 'refused',
				message,
				values,
				errors,
				data: null,
			});
		if ('refused' in upload) {
			const t = boundaryTexts[locals.language];
			const limit = megabytes(UPLOAD_LIMIT, locals.language);
			const sentences = { too_large: t.tooLarge(limit), cut_off: t.cutOff, no_files: t.noFiles };
			const message = sentences[upload.refused];
			return refuse(message, [{ path: 'files', message }]);
		}
		const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
		try {
			await locals.run(receiveBoundaries, input, upload.id);
		} catch (failure) {
			await dropUpload(upload.id);
			if (!(failure instanceof Failure)) throw failure;
			return refuse(
				explain(failure, locals.language),
				explainProblems(failure.problems, locals.language),
			);
		}
		redirect(303, address(event, upload.id));
	},
} satisfies Actions;
