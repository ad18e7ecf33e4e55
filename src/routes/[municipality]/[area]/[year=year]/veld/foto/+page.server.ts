import { addPhoto } from '#features/lifeworld/photo.commands.server.ts';
import { fieldForm, photoPath } from '#features/lifeworld/form-page.server.ts';
import { lifeworldForm } from '#features/lifeworld/guides.queries.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	return {
		...(await locals.ask(lifeworldForm, { trajectoryId: trajectory.id })),
		...fieldForm(url),
	};
};

export const actions: Actions = { add: formAction(addPhoto, { next: photoPath }) };
