import { listFrameworks } from '#features/frameworks/framework.queries.server.ts';
import { setMapping } from '#features/frameworks/mapping.commands.server.ts';
import { readMapping } from '#features/frameworks/mapping.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** A table to read, and one plain form for the pair that the address names. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { frameworks } = await locals.ask(listFrameworks, {});
	const choices = frameworks.flatMap(({ versions }) =>
		versions.map(({ id, name, version }) => ({ id, name, version })),
	);
	const [from, to] = [url.searchParams.get('van'), url.searchParams.get('naar')];
	const isPair = from !== null && to !== null && from !== to;
	return {
		choices,
		chosen: { from, to },
		mapping: isPair ? await locals.ask(readMapping, { frameworkId: from, otherId: to }) : null,
		editing: { theme: url.searchParams.get('thema'), other: url.searchParams.get('met') },
		requestId: newId(),
	};
};

const pair = ({ url }: RequestEvent) => ({
	frameworkId: url.searchParams.get('van') ?? '',
	otherId: url.searchParams.get('naar') ?? '',
});

export const actions: Actions = {
	set: formAction(setMapping, {
		fixed: pair,
		next: (event) => {
			const { frameworkId, otherId } = pair(event);
			return `${event.url.pathname}?van=${frameworkId}&naar=${otherId}#koppeling`;
		},
	}),
};
