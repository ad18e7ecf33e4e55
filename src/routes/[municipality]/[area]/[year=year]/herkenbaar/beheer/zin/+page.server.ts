import { error, redirect } from '@sveltejs/kit';
import { manageRecognition } from '#features/recognition/manage.queries.server.ts';
import { addSentence, changeSentence } from '#features/recognition/sentence.commands.server.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { rounds, themes, findings } = await locals.ask(manageRecognition, {
		trajectoryId: trajectory.id,
	});
	const sentences = rounds.flatMap((round) => round.sentences);
	const wanted = url.searchParams.get('zin');
	const sentence = sentences.find(({ id }) => id === wanted) ?? null;
	if (wanted && !sentence) error(404, { message: explain(notFound(), locals.language) });
	const number = Number(url.searchParams.get('ronde'));
	const round =
		rounds.find(({ id }) => id === sentence?.roundId) ??
		rounds.find((one) => one.number === number) ??
		rounds[0];
	// Without a round there is nothing to put a sentence in.
	if (!round) redirect(303, url.pathname.replace(/\/zin$/, ''));
	return {
		themes,
		findings,
		sentence,
		round: { id: round.id, number: round.number },
		finding: findings.find(({ id }) => id === url.searchParams.get('bevinding')) ?? null,
		evidenceId: url.searchParams.get('bron'),
		requestId: newId(),
	};
};

/** An empty text stands for "nothing chosen". */
const withLists = (values: Record<string, unknown>) => ({
	...values,
	findingIds: [values.findingIds ?? []].flat().filter((id) => id !== ''),
	evidenceIds: [values.evidenceIds ?? []].flat().filter((id) => id !== ''),
});

const next = ({ url }: { url: URL }) =>
	`${url.pathname.replace(/\/zin$/, '')}?ronde=${url.searchParams.get('naar') ?? ''}&melding=opgeslagen`;

export const actions: Actions = {
	add: formAction(addSentence, { input: withLists, next }),
	change: formAction(changeSentence, { input: withLists, next }),
};
