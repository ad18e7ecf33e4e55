import {
	addMoment,
	changeMoment,
	restoreMoment,
	withdrawMoment,
} from '#features/agenda/moment.commands.server.ts';
import { readCalendar } from '#features/agenda/moment.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readCalendar, { trajectoryId: trajectory.id });
	return {
		...read,
		moments: read.moments.map((moment) => ({
			...moment,
			changeId: newId(),
			withdrawId: newId(),
		})),
		withdrawn: read.withdrawn.map((moment) => ({ ...moment, restoreId: newId() })),
		addId: newId(),
		address: url.origin + url.pathname,
		notice: url.searchParams.get('melding') === 'opgeslagen' ? ('saved' as const) : null,
	};
};

const next = ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen`;

export const actions: Actions = {
	add: formAction(addMoment, { next }),
	change: formAction(changeMoment, { next }),
	withdraw: formAction(withdrawMoment, { next }),
	restore: formAction(restoreMoment, { next }),
};
