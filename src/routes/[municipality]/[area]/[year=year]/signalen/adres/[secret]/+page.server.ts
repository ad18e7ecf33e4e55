import { confirmAddress, stopAddress } from '#features/signals/post.commands.server.ts';
import { readAddress } from '#features/signals/post.queries.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	return locals.ask(readAddress, { secret: params.secret });
};

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({
	secret: params.secret,
});

export const actions: Actions = {
	confirm: formAction(confirmAddress, { fixed }),
	stop: formAction(stopAddress, { fixed }),
};
