import { addConversation } from '#features/lifeworld/conversation.commands.server.ts';
import { nowMoment } from '#features/lifeworld/form-page.server.ts';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { listSheets } from '#features/lifeworld/sheets.queries.server.ts';
import { readStack, stackPath } from '#features/lifeworld/stack-address.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const stack = readStack(url.searchParams);
	const offered = await locals.ask(lifeworldForm, input);
	const guide = offered.guides.guides.find(({ id }) => id === stack.guide) ?? null;
	return {
		...offered,
		stack,
		guide,
		isBegun: guide !== null && stack.stack !== '',
		entered: await locals.ask(listSheets, { ...input, stack: stack.stack }),
		today: nowMoment().happenedOn,
		saved: /^\d{1,5}$/.exec(url.searchParams.get('bewaard') ?? '')?.[0] ?? null,
		requestId: newId(),
	};
};

/** To the next sheet of the same stack. */
function nextSheet({ url }: RequestEvent, { sheet }: { sheet: number | null }): string {
	const lifeworld = url.pathname.replace(/\/stapel$/, '');
	return `${stackPath(lifeworld, readStack(url.searchParams))}${sheet === null ? '' : `&bewaard=${sheet}`}`;
}

export const actions: Actions = { add: formAction(addConversation, { next: nextSheet }) };
