import { listQuestions } from '#features/lifeworld/answers.queries.server.ts';
import { readAnswersFilter } from '#features/lifeworld/answers-filter.ts';
import { listGuides } from '#features/lifeworld/guides.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read, with a form that only asks for another page. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const filter = readAnswersFilter(url.searchParams);
	const { items } = await locals.ask(listQuestions, { ...input, ...filter });
	const { speakers } = await locals.ask(listGuides, input);
	return { questions: items, speakers, filter };
};
