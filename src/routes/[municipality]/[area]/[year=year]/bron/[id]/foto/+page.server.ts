import { error, fail, redirect } from '@sveltejs/kit';
import { attachUpload } from '#features/evidence/attach-upload.server.ts';
import { listAttachments } from '#features/evidence/attachment.queries.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { pathOfSource } from '#features/lifeworld/form-page.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { explain, explainProblems } from '#kernel/explain.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { photoTexts } from '#locales/photo.ts';
import { FILM_LIMIT } from '#server/http/bodylimit.ts';
import { receiveUpload } from '#server/receive-upload.server.ts';
import { dropUpload } from '#server/uploads.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
	const { trajectory } = await parent();
	const source = await locals.ask(readEvidence, { evidenceId: params.id });
	if (source.trajectoryId !== trajectory.id)
		error(404, { message: explain(notFound(), locals.language) });
	const { may } = await locals.ask(listAttachments, { evidenceId: params.id });
	if (!may.attach) redirect(303, pathOfSource(params, params.id));
	return { source, requestId: newId() };
};

const name = 'photos';

export const actions = {
	/** Without JavaScript: one file with its answers, as a whole. */
	add: async ({ request, locals, params }) => {
		// Who may not attach sends nothing that is kept.
		const { may } = await locals.ask(listAttachments, { evidenceId: params.id });
		const back = `${pathOfSource(params, params.id)}?melding=foto`;
		if (!may.attach) redirect(303, pathOfSource(params, params.id));
		const upload = await receiveUpload(request, newId(), FILM_LIMIT);
		if ('repeats' in upload) redirect(303, back);
		const refuse = (message: string, errors: { path: string; message: string }[]) =>
			fail(400, {
				command: 'attachment.begin',
				code: 'refused',
				message,
				values: upload.fields,
				errors,
				data: null,
			});
		if ('refused' in upload) {
			const message = photoTexts[locals.language].refused[upload.refused];
			return refuse(message, [{ path: name, message }]);
		}
		try {
			await attachUpload(locals.run, {
				municipalityId: municipalityOf(locals.actor),
				evidenceId: params.id,
				uploadId: upload.id,
				id: upload.id,
				fields: upload.fields,
				name,
			});
		} catch (failure) {
			if (!(failure instanceof Failure)) throw failure;
			const message = explain(failure, locals.language);
			const problems = explainProblems(failure.problems, locals.language);
			return refuse(message, problems.length > 0 ? problems : [{ path: name, message }]);
		} finally {
			await dropUpload(upload.id);
		}
		redirect(303, back);
	},
} satisfies Actions;
