import { redirect } from '@sveltejs/kit';
import { catalogue } from '#features/figures/catalogue.ts';
import { setOwnMeaning } from '#features/publications/own-import.commands.server.ts';
import {
	ownImportMeasures,
	readOwnImport,
} from '#features/publications/own-import.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** With so many figures each gets only the indicators whose names have a word in common with it. */
const FEW = 10;

export const load: PageServerLoad = async ({ locals, params }) => {
	const file = await locals.ask(readOwnImport, { ownImportId: params.id });
	if (file.state === 'open' && !file.layout)
		redirect(303, `/${params.municipality}/cijfers/eigen/${params.id}/kolommen`);
	const view = await locals.ask(ownImportMeasures, { ownImportId: params.id });
	const all = catalogue.indicators
		.filter(({ valueType }) => valueType === 'number')
		.map(({ id, name }) => ({ value: id, label: name[locals.language] }))
		.toSorted((a, b) => a.label.localeCompare(b.label, locals.language));
	const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 3); // prettier-ignore
	const isFew = view.measures.length <= FEW;
	return {
		file,
		view,
		indicators: view.measures.map(
			({ title, indicator }) =>
			all.filter(({ value, label }) => isFew || value === indicator || wordsOf(label).some((word) => wordsOf(title).includes(word))), // prettier-ignore
		),
		organisation: locals.actor.kind === 'member' ? locals.actor.organisationName : '',
		requestId: newId(),
	};
};

export const actions = {
	default: formAction(setOwnMeaning, {
		fixed: ({ params }) => ({ ownImportId: params.id }),
		next: ({ params }) => `/${params.municipality}/cijfers/eigen/${params.id}/controle`,
	}),
} satisfies Actions;
