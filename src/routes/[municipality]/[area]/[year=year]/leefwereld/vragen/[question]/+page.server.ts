import { error } from '@sveltejs/kit';
import { listAnswers } from '#features/lifeworld/answers.queries.server.ts';
import { readAnswersFilter } from '#features/lifeworld/answers-filter.ts';
import { listGuides } from '#features/lifeworld/guides.queries.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import type { PageServerLoad } from './$types';

/** A page to read, with a form that only asks for another page. */
export const csr = false;

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
	const { trajectory } = await parent();
	const input = { trajectoryId: trajectory.id };
	const filter = readAnswersFilter(url.searchParams);
	const page = Number(/^[1-9]\d{0,4}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
	const answers = await locals.ask(listAnswers, {
		...input,
		...filter,
		questionId: params.question.slice(0, 80),
		page,
	});
	if (!answers.question && !Object.values(filter).some(Boolean))
		error(404, { message: explain(notFound(), locals.language) });
	const { speakers } = await locals.ask(listGuides, input);
	return { answers, speakers, filter };
};
