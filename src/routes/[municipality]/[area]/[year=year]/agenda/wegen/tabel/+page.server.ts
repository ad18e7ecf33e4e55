import { setAppraisalTable } from '#features/agenda/appraisal.commands.server.ts';
import { readWeighingTable } from '#features/agenda/appraisal.queries.server.ts';
import { tableSize } from '#features/agenda/appraisal.schema.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	const voice = url.searchParams.get('voor') === 'bewoners' ? 'residents' : 'own';
	return {
		...(await locals.ask(readWeighingTable, { trajectoryId: trajectory.id, voice, page })),
		pageSize: tableSize,
		voice,
		requestId: newId(),
		notice: url.searchParams.get('melding') === 'opgeslagen' ? ('saved' as const) : null,
	};
};

export const actions: Actions = {
	save: formAction(setAppraisalTable, {
		next({ url }) {
			const forResidents = url.searchParams.get('voor') === 'bewoners';
			const following = url.searchParams.get('volgende');
			const list = url.pathname.replace(/\/tabel$/, forResidents ? '/bewoners' : '');
			if (!following) return `${list}?melding=opgeslagen`;
			const voice = forResidents ? '&voor=bewoners' : '';
			return `${url.pathname}?pagina=${encodeURIComponent(following)}${voice}&melding=opgeslagen`;
		},
	}),
};
