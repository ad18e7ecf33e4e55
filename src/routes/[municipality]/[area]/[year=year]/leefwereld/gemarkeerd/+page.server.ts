import { usesOfPassages } from '#features/analysis/passage-finding.queries.server.ts';
import type { Side } from '#features/lifeworld/passage.ts';
import { listPassages } from '#features/lifeworld/passage.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read, with a form that only asks for another page. */
export const csr = false;

const sideWords: Record<string, Side> = {
	risico: 'risk',
	bescherming: 'protection',
};

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = /^[1-9]\d{0,4}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? '1';
	const asked = {
		theme: url.searchParams.get('thema')?.slice(0, 80) || null,
		side: sideWords[url.searchParams.get('kant') ?? ''] ?? null,
		quotes: url.searchParams.get('citaten') === 'true',
	};
	const list = await locals.ask(listPassages, {
		trajectoryId: trajectory.id,
		...asked,
		page: Number(page),
	});
	const uses = trajectory.may.readInside
		? await locals.ask(usesOfPassages, { trajectoryId: trajectory.id })
		: { items: [] };
	return { list, asked, uses: uses.items, isFiltered: Object.values(asked).some(Boolean) };
};
