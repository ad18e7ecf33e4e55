import { countSecondReading } from '#features/evidence/second-reading.queries.server.ts';
import { evidenceChoices, listEvidence } from '#features/evidence/evidence.queries.server.ts';
import { readQuestion } from '#features/lifeworld/filter.ts';
import { mapEvidence } from '#features/lifeworld/found.queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { one, kinds, filter, unreadable, isActive } = readQuestion(url.searchParams);
	const { page, ...narrowed } = filter;
	const input = { trajectoryId: trajectory.id };
	const asked = { ...input, ...narrowed, kind: kinds };
	const list = await locals.ask(listEvidence, { ...asked, page });
	const onMap = url.searchParams.get('beeld') === 'kaart';
	return {
		...(await locals.ask(countSecondReading, input)),
		list,
		map: onMap && list.total > 0 ? await locals.ask(mapEvidence, asked) : null,
		choices: await locals.ask(evidenceChoices, input),
		kind: one,
		filter,
		unreadable,
		view: onMap ? ('map' as const) : ('list' as const),
		isFiltered: isActive || one !== null,
	};
};
