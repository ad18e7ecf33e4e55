import { enterStandpoint, giveStandpoint } from '#features/agenda/standpoint.commands.server.ts';
import { readItemSupport } from '#features/agenda/standpoint.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const read = await locals.ask(readItemSupport, { agendaItemId: params.item });
	const asked = url.searchParams.get('partij');
	// Who leads fills in for the party of the address; everybody else for their own organisation.
	const chosen = asked === null ? read.may.giveFor : asked === 'bewoners' ? null : asked;
	const cell = read.support.cells.find(({ party }) => party.id === chosen);
	const isOwn = chosen !== null && chosen === read.may.giveFor;
	const mayFill = isOwn || (read.may.enter && asked !== null);
	return {
		...read,
		fill: cell && mayFill ? { ...cell, isOwn } : null,
		requestId: newId(),
		notice: url.searchParams.get('melding') === 'opgeslagen' ? ('saved' as const) : null,
	};
};

const next = ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen`;

export const actions: Actions = {
	give: formAction(giveStandpoint, { next }),
	enter: formAction(enterStandpoint, { next }),
};
