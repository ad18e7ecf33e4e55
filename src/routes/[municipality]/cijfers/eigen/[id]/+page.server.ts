import { readOwnImport } from '#features/publications/own-import.queries.server.ts';
import {
	changeOwnVisibility,
	restoreOwnImport,
	withdrawOwnImport,
} from '#features/publications/own-publish.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	file: await locals.ask(readOwnImport, { ownImportId: params.id }),
	notice: url.searchParams.get('melding'),
	requestIds: { withdraw: newId(), restore: newId(), visibility: newId() },
});

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({ ownImportId: params.id }); // prettier-ignore

export const actions = {
	withdraw: formAction(withdrawOwnImport, {
		fixed,
		next: ({ url }) => `${url.pathname}?melding=ingetrokken`,
	}),
	putAside: formAction(withdrawOwnImport, {
		fixed,
		next: ({ params }) => `/${params.municipality}/cijfers/eigen?melding=weggelegd`,
	}),
	restore: formAction(restoreOwnImport, {
		fixed,
		next: ({ url }) => `${url.pathname}?melding=teruggezet`,
	}),
	visibility: formAction(changeOwnVisibility, {
		fixed,
		next: ({ url }) => `${url.pathname}?melding=zichtbaarheid`,
	}),
} satisfies Actions;
