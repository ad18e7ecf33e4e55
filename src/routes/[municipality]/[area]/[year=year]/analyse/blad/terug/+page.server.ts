import { fail, redirect } from '@sveltejs/kit';
import { receiveFormImport } from '#features/analysis/form-import.commands.server.ts';
import { listFormImports } from '#features/analysis/form-import.queries.server.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { explain, explainProblems } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { importFormTexts } from '#locales/form-import.ts';
import { EXCHANGE_LIMIT } from '#server/http/bodylimit.ts';
import { receiveUpload } from '#server/receive-upload.server.ts';
import { dropUpload } from '#server/uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return {
		...(await locals.ask(listFormImports, { trajectoryId: trajectory.id })),
		requestId: newId(),
		limit: EXCHANGE_LIMIT,
	};
};

export const actions = {
	default: async ({ request, locals, params, url }) => {
		const { id: trajectoryId } = await locals.ask(findTrajectory, {
			areaSlug: params.area,
			startYear: params.year,
		});
		// Who may not bring anything in sends nothing that is kept.
		await locals.ask(listFormImports, { trajectoryId });
		const upload = await receiveUpload(request, newId(), EXCHANGE_LIMIT);
		const address = (id: string) => `${url.pathname.replace(/\/$/, '')}/${id}`;
		if ('repeats' in upload) redirect(303, address(upload.repeats));
		const { requestId: _, ...values } = upload.fields;
		const refuse = (message: string, errors: { path: string; message: string }[]) =>
			fail(400, {
				command: receiveFormImport.name,
				code: 'refused',
				message,
				values,
				errors,
				data: null,
			});
		const t = importFormTexts[locals.language];
		if ('refused' in upload) {
			const limit = `${EXCHANGE_LIMIT / 1024 / 1024} MB`;
			const sentences = { too_large: t.tooLarge(limit), cut_off: t.cutOff, no_files: t.noFile };
			const message = sentences[upload.refused];
			return refuse(message, [{ path: 'files', message }]);
		}
		const input = { trajectoryId, organisationId: values.organisationId || undefined };
		let answer;
		try {
			answer = await locals.run(receiveFormImport, input, upload.id);
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			const message = explain(failure, locals.language);
			const isAboutFile = failure.code.startsWith('formImport.');
			const problems = explainProblems(failure.problems, locals.language);
			return refuse(message, isAboutFile ? [{ path: 'files', message }] : problems);
		} finally {
			await dropUpload(upload.id);
		}
		redirect(303, address(answer.id) + (answer.isKnown ? '?melding=bekend' : ''));
	},
} satisfies Actions;
