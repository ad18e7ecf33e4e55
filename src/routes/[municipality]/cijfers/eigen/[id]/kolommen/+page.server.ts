import { setOwnColumns } from '#features/publications/own-import.commands.server.ts';
import {
	ownImportColumnsView,
	readOwnImport,
} from '#features/publications/own-import.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A whole number of the address; what is none asks for nothing. */
const asked = (url: URL, name: string): number | null => {
	const text = url.searchParams.get(name) ?? '';
	return /^\d{1,7}$/.test(text) && text !== '0' ? Number(text) : null;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const sheet = asked(url, 'blad');
	const file = await locals.ask(readOwnImport, { ownImportId: params.id });
	return {
		file,
		view: await locals.ask(ownImportColumnsView, {
			ownImportId: params.id,
			sheet: sheet && Math.min(sheet, file.sheets.length) - 1,
			headerRow: asked(url, 'kop'),
		}),
		requestId: newId(),
	};
};

export const actions = {
	default: formAction(setOwnColumns, {
		fixed: ({ params }) => ({ ownImportId: params.id }),
		next: ({ params }) => `/${params.municipality}/cijfers/eigen/${params.id}/betekenis`,
	}),
} satisfies Actions;
