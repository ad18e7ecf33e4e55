import { listOutbox } from '#features/accounts/session.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => locals.ask(listOutbox, {});
