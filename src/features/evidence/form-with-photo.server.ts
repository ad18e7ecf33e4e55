import { isRedirect, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { v5 } from 'uuid';
import { municipalityOf } from '#kernel/actor.ts';
import type { Command } from '#kernel/command.server.ts';
import { Failure, invalid, type FailureOptions } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction, refused, type ActionOptions, type FormFailure } from '#kernel/pages.server.ts';
import type { InputSchema } from '#kernel/validate.ts';
import { FILM_LIMIT } from '#server/http/bodylimit.ts';
import { receiveUpload, type Upload } from '#server/receive-upload.server.ts';
import { dropUpload } from '#server/uploads.server.ts';
import { attachUpload, problemsOfAnswers } from './attach-upload.server.ts';

type Options<Output> = ActionOptions<Output> & {
	/** The name of the form's `PhotoField`. */
	name?: string;
	/** Where to go when the record was stored and its photo was not, with the name of the failure. */
	nextWithoutPhoto: (event: RequestEvent, output: Output, code: string) => string;
};

/**
 * A form action that stores a record and the photo that came in the same form: for a browser without JavaScript. The answers
 * about the photo are looked at first; then the record is stored, then the photo. The path has to stand among the
 * upload paths of `bodylimit.ts`. The same form twice stores both once.
 */
export function formActionWithPhoto<S extends InputSchema, Subject, Output extends { id: string }>(
	command: Command<S, Subject, Output>,
	options: Options<Output>,
): (event: RequestEvent) => Promise<ActionFailure<FormFailure>> {
	const { name = 'photos', nextWithoutPhoto, ...rest } = options;
	return async (event) => {
		if (!event.request.headers.get('content-type')?.startsWith('multipart/'))
			return formAction(command, rest)(event);
		const uploadId = newId();
		// A folder of its own each time: the form may be sent again after it was refused.
		const upload = await receiveUpload(event.request, uploadId, FILM_LIMIT, { ownId: true });
		try {
			const form = formOfUpload(upload);
			const problem = problemOf(upload, name);
			if (problem) return refused(event, command.name, form, problem);
			return await store(event, form, 'id' in upload ? upload : null);
		} finally {
			await dropUpload(uploadId);
		}

		/** Stores the record, then the photo, and goes on. */
		async function store(
			event: RequestEvent,
			form: FormData,
			photo: { id: string; fields: Record<string, string> } | null,
		) {
			let stored: Output | undefined;
			const next = (about: RequestEvent, output: Output) => {
				stored = output;
				return rest.next?.(about, output) ?? event.url.pathname;
			};
			const request = new Request(event.request.url, { method: 'POST', body: form });
			try {
				return await formAction(command, { ...rest, next })({ ...event, request });
			} catch (onward) {
				if (!isRedirect(onward) || !stored || !photo) throw onward;
				const code = await attach(event, stored.id, photo);
				if (code) redirect(303, nextWithoutPhoto(event, stored, code));
				throw onward;
			}
		}

		async function attach(
			{ locals }: RequestEvent,
			evidenceId: string,
			photo: { id: string; fields: Record<string, string> },
		): Promise<string | null> {
			try {
				await attachUpload(locals.run, {
					municipalityId: municipalityOf(locals.actor),
					evidenceId,
					uploadId: photo.id,
					// The same form again is the same photo.
					id: v5('photo', evidenceId),
					fields: photo.fields,
					name,
				});
				return null;
			} catch (failure) {
				if (failure instanceof Failure) return failure.code;
				throw failure;
			}
		}
	};
}

/** The form without its file, as any other form. */
function formOfUpload(upload: Upload): FormData {
	const form = new FormData();
	if ('entries' in upload) for (const [name, value] of upload.entries) form.append(name, value);
	return form;
}

/** What is wrong with the file or the answers about it; null when there is none, or nothing is wrong. */
function problemOf(upload: Upload, name: string): Failure | null {
	const about = (options: FailureOptions) => new Failure('input.invalid', 400, options);
	if ('refused' in upload && upload.refused !== 'no_files')
		return about({ problems: [{ path: name, code: `file_${upload.refused}` }] });
	if (!('id' in upload)) return null;
	const problems = problemsOfAnswers(upload.fields, name);
	return problems.length > 0 ? invalid(problems) : null;
}
