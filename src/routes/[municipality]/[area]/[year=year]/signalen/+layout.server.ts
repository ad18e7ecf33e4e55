import { listHelpLines } from '#features/evidence/help-line.queries.server.ts';
import type { LayoutServerLoad } from './$types';

/** Where to turn in this municipality, for the forms below (OnePerson.svelte). */
export const load: LayoutServerLoad = async ({ locals }) => ({
	helpLines: (await locals.ask(listHelpLines, {})).lines,
});
