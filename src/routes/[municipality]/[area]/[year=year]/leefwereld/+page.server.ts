import { countSecondReading } from '#features/evidence/second-reading.queries.server.ts';
import { lifeworldKinds, type EvidenceKind } from '#features/evidence/evidence-kind.ts';
import { evidenceChoices, listEvidence } from '#features/evidence/evidence.queries.server.ts';
import { kindOfWord, readFilter } from '#features/lifeworld/filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { filter, unreadable, isActive } = readFilter(url.searchParams);
	const one = kindOfWord(url.searchParams.get('soort'));
	const kind: readonly EvidenceKind[] = one ? [one] : lifeworldKinds;
	const input = { trajectoryId: trajectory.id };
	return {
		...(await locals.ask(countSecondReading, input)),
		list: await locals.ask(listEvidence, { ...input, ...filter, kind }),
		choices: await locals.ask(evidenceChoices, input),
		kind: one,
		filter,
		unreadable,
		isFiltered: isActive || one !== null,
		isNarrowed: isActive,
	};
};
