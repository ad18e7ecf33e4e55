import { listPosts } from '#features/signals/post.queries.server.ts';
import {
	letInPost,
	setAsidePost,
	takeUpPostAgain,
} from '#features/signals/post.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { waiting, setAside, ...rest } = await locals.ask(listPosts, {
		trajectoryId: trajectory.id,
		page: url.searchParams.get('pagina') ?? undefined,
	});
	return {
		...rest,
		waiting: waiting.map((post) => ({ ...post, letInId: newId(), setAsideId: newId() })),
		setAside: setAside.map((post) => ({ ...post, againId: newId() })),
	};
};

export const actions: Actions = {
	letIn: formAction(letInPost),
	setAside: formAction(setAsidePost),
	again: formAction(takeUpPostAgain),
};
