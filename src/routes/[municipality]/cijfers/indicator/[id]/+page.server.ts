import { error } from '@sveltejs/kit';
import { ownAreas } from '#features/areas/area.queries.server.ts';
import { indicatorOf } from '#features/figures/catalogue.ts';
import { indicatorAsked } from '#features/figures/indicator-address.ts';
import { mapAsked } from '#features/figures/indicator-map-asked.ts';
import {
	showIndicatorMap,
	type IndicatorMapData,
} from '#features/figures/indicator-map.queries.server.ts';
import { showIndicator } from '#features/figures/indicator.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const asked = indicatorAsked(params.id, url.searchParams);
	const [page, tree] = await Promise.all([
		locals.ask(showIndicator, asked),
		locals.ask(ownAreas, {}),
	]);
	// What anybody types in an address is no title of ours.
	if (page.periods.length === 0 && !indicatorOf(params.id))
		error(404, explain(notFound(), locals.language), { code: 'not_found' });
	const wanted = mapAsked(page);
	const map: IndicatorMapData | 'too_many' | null =
		wanted === null || wanted === 'too_many' ? wanted : await locals.ask(showIndicatorMap, wanted);
	return {
		key: params.id,
		indicator: page,
		tree,
		map,
		/** Whether this may be somebody who makes a finding of it: in which trajectory is asked then. */
		mayMake: locals.actor.kind === 'member',
	};
};
