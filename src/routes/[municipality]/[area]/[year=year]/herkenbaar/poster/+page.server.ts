import { readRecognition } from '#features/recognition/recognition.queries.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { round } = await locals.ask(readRecognition, { trajectoryId: trajectory.id });
	return { round, address: url.origin + url.pathname.replace(/\/poster$/, '') };
};
