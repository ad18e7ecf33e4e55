import { setAppraisals } from '#features/agenda/appraisal.commands.server.ts';
import { readWeighingSheet } from '#features/agenda/appraisal.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory } = await parent();
	const { actor } = locals;
	return {
		...(await locals.ask(readWeighingSheet, {
			trajectoryId: trajectory.id,
			findingId: params.finding,
		})),
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
			return following
				? `${list}/${encodeURIComponent(following)}?melding=volgende`
				: `${list}?melding=opgeslagen`;
		},
	}),
};
