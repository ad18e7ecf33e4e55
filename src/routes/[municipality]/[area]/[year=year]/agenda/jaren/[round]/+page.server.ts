import {
	addNewChoice,
	carryOutRound,
	restoreChoice,
	restoreRound,
	setChoice,
	withdrawChoice,
	withdrawRound,
} from '#features/agenda/adjustment.commands.server.ts';
import { readRound } from '#features/agenda/adjustment.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const read = await locals.ask(readRound, { adjustmentRoundId: params.round });
	const notice = url.searchParams.get('melding');
	return {
		...read,
		items: read.items.map((item) => ({ ...item, requestId: newId() })),
		added: read.added.map((choice) => ({ ...choice, withdrawId: newId() })),
		withdrawn: read.withdrawn.map((choice) => ({ ...choice, restoreId: newId() })),
		ids: { add: newId(), carryOut: newId(), withdraw: newId(), restore: newId() },
		notice:
			notice === 'opgeslagen'
				? ('saved' as const)
				: notice === 'doorgevoerd'
					? ('done' as const)
					: null,
	};
};

const next = ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen`;

export const actions: Actions = {
	choose: formAction(setChoice, { next }),
	add: formAction(addNewChoice, { next }),
	takeOut: formAction(withdrawChoice, { next }),
	putBack: formAction(restoreChoice, { next }),
	carryOut: formAction(carryOutRound, {
		next: ({ url }) => `${url.pathname}?melding=doorgevoerd`,
	}),
	withdraw: formAction(withdrawRound, { next }),
	restore: formAction(restoreRound, { next }),
};
