import { ownAreas } from '#features/areas/area.queries.server.ts';
import { showTrajectoryProfile } from '#features/figures/figures.queries.server.ts';
import { mayImport } from '#features/publications/import.commands.server.ts';
import { profilePage } from '#features/figures/profile-page.ts';
import { useFigureAsSource } from '#features/figures/use-figure.commands.server.ts';
import { roomPath } from '#features/trajectory/rooms.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const asked = url.searchParams.get('gebied') || undefined;
	const [found, tree] = await Promise.all([
		locals.ask(showTrajectoryProfile, { trajectoryId: trajectory.id, areaCode: asked }),
		locals.ask(ownAreas, {}),
	]);
	return {
		asked: asked ?? null,
		figures: found && profilePage(found, url, locals.language),
		choices: tree.districts.map(({ code, name, neighbourhoods }) => ({
			code,
			name,
			neighbourhoods: neighbourhoods.map((one) => ({ value: one.code, label: one.name })),
		})),
		mayBring: mayImport(locals.actor, null) === true,
	};
};

export const actions = {
	use: formAction(useFigureAsSource, {
		next: ({ params }, { id }) => {
			const place = { areaSlug: params.area ?? '', startYear: Number(params.year) };
			return `${roomPath(params.municipality ?? '', place, 'analysis')}/toevoegen?bron=${id}`;
		},
	}),
} satisfies Actions;
