import { openPageSize, readAgenda } from '#features/agenda/agenda.queries.server.ts';
import { readSupport } from '#features/agenda/standpoint.queries.server.ts';
import { readChains } from '#features/thread/chains.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const chains = await locals.ask(readChains, input);
	const { items: supported, knowsParties } = await locals.ask(readSupport, input);
	return {
		chains: new Map(chains.map((chain) => [chain.agendaItemId, chain])),
		support: new Map(supported.map(({ id, support }) => [id, support])),
		knowsParties,
		...(await locals.ask(readAgenda, {
			trajectoryId: trajectory.id,
			page: url.searchParams.get('pagina') ?? undefined,
		})),
		page: Number(url.searchParams.get('pagina') ?? 1),
		pageSize: openPageSize,
		notice: url.searchParams.get('melding') === 'toegevoegd' ? ('added' as const) : null,
	};
};
