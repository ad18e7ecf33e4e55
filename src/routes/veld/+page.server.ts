import { redirect } from '@sveltejs/kit';
import { roomTexts } from '#locales/rooms.ts';
import { trajectoryPath } from '#features/trajectory/rooms.ts';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import type { PageServerLoad } from './$types';

/** Like every page of the field: the small script of src/field.ts, not SvelteKit's. */
export const csr = false;

/** Where the installed app opens: the trajectories to record something in; the only one at once. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, language } = locals;
	if (actor.kind !== 'member') redirect(303, `/inloggen?terug=${encodeURIComponent(url.pathname)}`);
	const choices = (await locals.ask(listTrajectories, {}))
		.filter(({ state }) => state !== 'closed')
		.map((it) => ({
			home: `${trajectoryPath(actor.municipalitySlug, it)}/veld`,
			name: it.areaName,
			period: roomTexts[language].period(it.startYear, it.endYear),
		}));
	const [only] = choices;
	if (only && choices.length === 1) redirect(303, only.home);
	return { person: { id: actor.membershipId, name: actor.name }, choices };
};
