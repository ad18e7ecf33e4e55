import { addPost } from '#features/signals/post.commands.server.ts';
import { postForm } from '#features/signals/post.queries.server.ts';
import { signalPaths } from '#features/signals/signal-paths.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { newSecret } from '#kernel/secret.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return {
		...(await locals.ask(postForm, { trajectoryId: trajectory.id })),
		requestId: newId(),
		follow: newSecret(),
	};
};

export const actions: Actions = {
	/** Goes to the page of the secret that the form itself brought along, so that nothing keeps it in between. */
	add: async (event) => {
		const sent = await event.request.clone().formData();
		const mail = sent.get('email') ? '&mail=1' : '';
		const { municipality, area, year } = event.params;
		const paths = signalPaths(municipality, { areaSlug: area, startYear: Number(year) });
		const next = `${paths.follow(String(sent.get('follow')))}?melding=verstuurd${mail}`;
		return formAction(addPost, { next: () => next })(event);
	},
};
