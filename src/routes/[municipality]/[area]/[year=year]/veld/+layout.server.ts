import { redirect } from '@sveltejs/kit';
import { listHelpLines } from '#features/evidence/help-line.queries.server.ts';
import { roomTexts } from '#locales/rooms.ts';
import { trajectoryPath } from '#features/trajectory/rooms.ts';
import type { LayoutServerLoad } from './$types';

/** The field pages have a small script of their own (src/field.ts) instead of SvelteKit's. */
export const csr = false;

export const load: LayoutServerLoad = async ({ parent, params, locals, url }) => {
	const { actor, language } = locals;
	// Only who is signed in records something here; whoever was, finds everything still there afterwards.
	if (actor.kind !== 'member')
		redirect(303, `/inloggen?terug=${encodeURIComponent(url.pathname + url.search)}`);
	const { trajectory } = await parent();
	const period = roomTexts[language].period(trajectory.startYear, trajectory.endYear);
	return {
		/** Where to turn in this municipality (OnePerson.svelte). */
		helpLines: (await locals.ask(listHelpLines, {})).lines,
		field: {
			person: { id: actor.membershipId, name: actor.name },
			trajectory: { id: trajectory.id, name: `${trajectory.areaName}, ${period}` },
			home: `${trajectoryPath(params.municipality, trajectory)}/veld`,
		},
	};
};
