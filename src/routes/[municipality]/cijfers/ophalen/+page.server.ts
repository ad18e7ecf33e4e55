import { fetchFigures } from '#features/publications/import.commands.server.ts';
import { listImports } from '#features/publications/import.queries.server.ts';
import { offered } from '#features/publications/offered.ts';
import { listCurrentPublications } from '#features/publications/publications.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const imports = await locals.ask(listImports, {});
	const { items } = await locals.ask(listCurrentPublications, {});
	const retrieved = new Map(items.map(({ tableId, retrievedAt }) => [tableId, retrievedAt]));
	const { language } = locals;
	return {
		offered: offered.map(({ id, family, table, name, about }) => ({
			...{ id, family, table, name: name[language], about: about[language] },
			retrievedAt: retrieved.get(table) ?? null,
		})),
		imports,
		requestId: newId(),
		otherRequestId: newId(),
	};
};

const next = ({ params }: { params: Partial<Record<string, string>> }, { id }: { id: string }) =>
	`/${params.municipality}/cijfers/importeren/${id}`;

export const actions = {
	choose: formAction(fetchFigures, { next }),
	number: formAction(fetchFigures, { next }),
} satisfies Actions;
