import { familyName } from '#features/publications/families.ts';
import { checkSources } from '#features/publications/check-sources.commands.server.ts';
import { fetchFigures, mayImport } from '#features/publications/import.commands.server.ts';
import { importWords } from '#features/publications/import-words.ts';
import { listCurrentPublications } from '#features/publications/publications.queries.server.ts';
import { offeredByTable } from '#features/publications/offered.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { items } = await locals.ask(listCurrentPublications, {});
	const publications = items.map(({ checkProblem, ...one }) => ({
		...one,
		canBeFetched: one.source.startsWith('odata') || offeredByTable(one.tableId) !== undefined,
		problem: checkProblem && importWords(checkProblem, locals.language).join(' '),
	}));
	const families = Map.groupBy(publications, ({ family }) => family);
	return {
		families: Array.from(families, ([family, list]) => ({
			family,
			name: familyName(family, locals.language) ?? list[0]!.title,
			list,
		})),
		mayBring: mayImport(locals.actor, null) === true,
		isChecking: url.searchParams.has('gekeken'),
		requestId: newId(),
	};
};

export const actions = {
	check: formAction(checkSources, {
		input: () => ({}),
		next: ({ params }) => `/${params.municipality}/cijfers?gekeken`,
	}),
	fetch: formAction(fetchFigures, {
		next: ({ params }, { id }) => `/${params.municipality}/cijfers/importeren/${id}`,
	}),
} satisfies Actions;
