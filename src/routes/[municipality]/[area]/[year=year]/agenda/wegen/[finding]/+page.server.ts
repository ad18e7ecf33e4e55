import { setAppraisals } from '#features/agenda/appraisal.commands.server.ts';
import {
	readResidentsParty,
	readWeighingSheet,
} from '#features/agenda/appraisal.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory } = await parent();
	const { actor } = locals;
	const trajectoryId = trajectory.id;
	const voice = url.searchParams.get('voor') === 'bewoners' ? 'residents' : 'own';
	const { residents } =
		voice === 'residents'
			? await locals.ask(readResidentsParty, { trajectoryId })
			: { residents: null };
	return {
		...(await locals.ask(readWeighingSheet, { trajectoryId, findingId: params.finding, voice })),
		voice,
		residents,
		organisation: actor.kind === 'member' ? actor.organisationName : '',
		requestId: newId(),
		notice: url.searchParams.get('melding') === 'volgende' ? ('weighSaved' as const) : null,
	};
};

export const actions: Actions = {
	// The finding after this one goes along in the address, so that saving leads on to it.
	save: formAction(setAppraisals, {
		next({ url }) {
			const list = url.pathname.replace(/\/[^/]+$/, '');
			const following = url.searchParams.get('volgende');
			const forResidents = url.searchParams.get('voor') === 'bewoners';
			if (!following) return `${list}${forResidents ? '/bewoners' : ''}?melding=opgeslagen`;
			const voice = forResidents ? '&voor=bewoners' : '';
			return `${list}/${encodeURIComponent(following)}?melding=volgende${voice}`;
		},
	}),
};
