import { readDecisionSession } from '#features/agenda/decision-session.queries.server.ts';
import {
	markNotice,
	tellOfDecisions,
	unmarkNotice,
} from '#features/agenda/telling.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory } = await parent();
	const notice = url.searchParams.get('melding');
	return {
		...(await locals.ask(readDecisionSession, {
			trajectoryId: trajectory.id,
			sessionId: params.session,
		})),
		sessionId: params.session,
		ids: { send: newId(), skip: newId() },
		notice:
			notice === 'vastgelegd'
				? ('sessionSaved' as const)
				: notice === 'verstuurd'
					? ('tellingSent' as const)
					: notice === 'opgeslagen'
						? ('tellingSaved' as const)
						: null,
	};
};

const next = ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen`;

export const actions: Actions = {
	tell: formAction(tellOfDecisions, {
		next: ({ url }, { told }) => `${url.pathname}?melding=${told > 0 ? 'verstuurd' : 'opgeslagen'}`,
	}),
	done: formAction(markNotice, { next }),
	undone: formAction(unmarkNotice, { next }),
};
