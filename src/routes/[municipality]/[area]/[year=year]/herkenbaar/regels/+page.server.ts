import { readModerationLog } from '#features/recognition/recognition.queries.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ parent, locals }) => {
	const { trajectory } = await parent();
	return locals.ask(readModerationLog, { trajectoryId: trajectory.id });
};
