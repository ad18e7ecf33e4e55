import { isHttpError, redirect } from '@sveltejs/kit';
import {
	ownImportPreview,
	readOwnImport,
} from '#features/publications/own-import.queries.server.ts';
import { carryOutOwnImport } from '#features/publications/own-publish.commands.server.ts';
import { stepFor } from '#features/publications/own-steps.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const series = url.searchParams.get('cijfer') ?? '';
	const input = {
		ownImportId: params.id,
		series: /^[1-9]\d{0,4}$/.test(series) ? Number(series) : 1,
	};
	return {
		file: await locals.ask(readOwnImport, { ownImportId: params.id }),
		preview: await locals.ask(ownImportPreview, input).catch((failure: unknown) => {
			const step = isHttpError(failure) ? stepFor((failure.body as { code?: string }).code) : null;
			if (step) redirect(303, `/${params.municipality}/cijfers/eigen/${params.id}/${step}`);
			throw failure;
		}),
		requestId: newId(),
	};
};

export const actions = {
	default: formAction(carryOutOwnImport, {
		fixed: ({ params }) => ({ ownImportId: params.id }),
		next: ({ params }) => `/${params.municipality}/cijfers/eigen/${params.id}?melding=ingelezen`,
	}),
} satisfies Actions;
