import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { receiveOwnImport } from '#features/publications/own-import.commands.server.ts';
import { listOwnImports } from '#features/publications/own-import.queries.server.ts';
import { explain, explainProblems } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { ownFigureTexts } from '#locales/own-figures.ts';
import { OWN_FILE_LIMIT } from '#server/http/bodylimit.ts';
import { receiveUpload } from '#server/receive-upload.server.ts';
import { dropUpload } from '#server/uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

const pageNumber = v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)), 1); // prettier-ignore

export const load: PageServerLoad = async ({ locals, url }) => ({
	files: await locals.ask(listOwnImports, { page: v.parse(pageNumber, url.searchParams.get('pagina')) }), // prettier-ignore
	notice: url.searchParams.get('melding'),
	requestId: newId(),
});

export const actions = {
	default: async ({ request, locals, url }) => {
		// Who may not import sends nothing that is kept.
		await locals.ask(listOwnImports, {});
		const upload = await receiveUpload(request, newId(), OWN_FILE_LIMIT);
		const address = (id: string) => `${url.pathname.replace(/\/$/, '')}/${id}`;
		if ('repeats' in upload) redirect(303, address(upload.repeats));
		const { requestId: _, ...values } = upload.fields;
		const refuse = (message: string, errors: { path: string; message: string }[]) =>
			fail(400, {
				command: receiveOwnImport.name,
				code: 'refused',
				message,
				values,
				errors,
				data: null,
			});
		const t = ownFigureTexts[locals.language];
		if ('refused' in upload) {
			const sentences = { too_large: t.tooLarge, cut_off: t.cutOff, no_files: t.noFile };
			const message = sentences[upload.refused];
			return refuse(message, [{ path: 'files', message }]);
		}
		let answer;
		try {
			answer = await locals.run(receiveOwnImport, {}, upload.id);
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			const message = explain(failure, locals.language);
			const isAboutFile = failure.code.startsWith('ownImport.');
			const problems = explainProblems(failure.problems, locals.language);
			return refuse(message, isAboutFile ? [{ path: 'files', message }] : problems);
		} finally {
			await dropUpload(upload.id);
		}
		redirect(303, address(answer.id) + (answer.isKnown ? '?melding=bekend' : '/kolommen'));
	},
} satisfies Actions;
