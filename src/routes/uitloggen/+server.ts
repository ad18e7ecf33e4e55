import { redirect } from '@sveltejs/kit';
import { leaveBrowser } from '#features/accounts/enter.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	await leaveBrowser(event);
	redirect(303, '/');
};
