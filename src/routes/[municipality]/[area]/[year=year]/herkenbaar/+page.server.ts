import { handIn } from '#features/recognition/reaction.commands.server.ts';
import { readRecognition } from '#features/recognition/recognition.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { newSecret } from '#kernel/secret.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to read, with a form that needs no script; `VisitorCheck` brings a small one of its own. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const number = url.searchParams.get('ronde') ?? undefined;
	const read = await locals.ask(readRecognition, { trajectoryId: trajectory.id, number });
	return { ...read, requestId: newId(), secret: newSecret() };
};

export const actions: Actions = {
	// The secret stands in the address of the form: what comes after it needs it too, and a repeated form has the same.
	handIn: formAction(handIn, {
		fixed: ({ url }) => ({ secret: url.searchParams.get('link') }),
		input: (values) => ({ ...values, reactions: values.reactions ?? [] }),
		next: ({ params, url }) =>
			`/${params.municipality}/reactie/${url.searchParams.get('link')}?melding=ontvangen`,
	}),
};
