import { listPreconditions, readFrame } from '#features/trajectory/frame.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	return {
		frame: await locals.ask(readFrame, input),
		// How far the preconditions are is for those inside.
		preconditions: trajectory.may.readInside ? await locals.ask(listPreconditions, input) : null,
	};
};
