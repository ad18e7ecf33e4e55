import type { RequestEvent } from '@sveltejs/kit';
import {
	changeGuide,
	publishGuide,
	restoreGuide,
	withdrawGuide,
} from '#features/lifeworld/own-guide.commands.server.ts';
import { readOwnGuide } from '#features/lifeworld/own-guide.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => ({
	...(await locals.ask(readOwnGuide, { guideId: params.guide })),
	notice: url.searchParams.get('melding'),
	requestIds: { change: newId(), publish: newId(), withdraw: newId(), restore: newId() },
});

const fixed = ({ params }: RequestEvent) => ({ guideId: params.guide });
const next = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions: Actions = {
	change: formAction(changeGuide, { fixed, next: next('opgeslagen') }),
	publish: formAction(publishGuide, { fixed, next: next('in-gebruik') }),
	withdraw: formAction(withdrawGuide, { fixed, next: next('weggelegd') }),
	restore: formAction(restoreGuide, { fixed, next: next('opgepakt') }),
};
