import { analysisForm } from '#features/analysis/form.queries.server.ts';
import { besideEachOther } from '#features/frameworks/beside.ts';
import { otherAnalyses } from '#features/frameworks/beside.queries.server.ts';
import { readMapping } from '#features/frameworks/mapping.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: the choice stands in the address. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { frameworkId, others } = await locals.ask(otherAnalyses, { trajectoryId: trajectory.id });
	const wanted = url.searchParams.get('traject');
	const other = others.find(({ id }) => id === wanted) ?? null;
	// An address of a trajectory that is not in the list is answered as that trajectory itself would be.
	if (wanted && !other) await locals.ask(analysisForm, { trajectoryId: wanted });
	if (!other) return { others, other, beside: null };
	// Each is asked by itself, so that the rights in one say nothing about the other.
	const here = await locals.ask(analysisForm, { trajectoryId: trajectory.id });
	const there = await locals.ask(analysisForm, { trajectoryId: other.id });
	const { pairs } = await locals.ask(readMapping, {
		frameworkId,
		otherId: other.frameworkId,
	});
	return {
		others,
		other,
		beside: {
			...besideEachOther(here, there, pairs),
			here: here.framework,
			there: there.framework,
			frameworkId,
		},
	};
};
