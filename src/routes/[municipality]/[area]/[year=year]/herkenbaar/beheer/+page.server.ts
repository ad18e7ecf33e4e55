import { manageRecognition } from '#features/recognition/manage.queries.server.ts';
import {
	addRound,
	changeRound,
	publishRound,
	unpublishRound,
} from '#features/recognition/round.commands.server.ts';
import {
	answerSentence,
	moveSentence,
	restoreSentence,
	withdrawSentence,
} from '#features/recognition/sentence.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const managed = await locals.ask(manageRecognition, { trajectoryId: trajectory.id });
	const number = Number(url.searchParams.get('ronde'));
	const round = managed.rounds.find((one) => one.number === number) ?? managed.rounds[0] ?? null;
	return {
		...managed,
		rounds: managed.rounds.map(({ id, number: its, state }) => ({ id, number: its, state })),
		round: round && {
			...round,
			sentences: round.sentences.map((one) => ({
				...one,
				requestIds: { up: newId(), down: newId(), withdraw: newId(), answer: newId() },
				restoreId: newId(),
			})),
		},
		requestIds: { add: newId(), change: newId(), publish: newId() },
		notice: url.searchParams.get('melding'),
	};
};

const next =
	(notice: string) =>
	({ url }: { url: URL }) => {
		const number = url.searchParams.get('ronde');
		return `${url.pathname}?${number ? `ronde=${number}&` : ''}melding=${notice}`;
	};
const saved = { next: next('opgeslagen') };

export const actions: Actions = {
	add: formAction(addRound, { next: ({ url }) => `${url.pathname}?melding=opgeslagen` }),
	change: formAction(changeRound, saved),
	publish: formAction(publishRound, { next: next('geplaatst') }),
	unpublish: formAction(unpublishRound, { next: next('weggehaald') }),
	move: formAction(moveSentence),
	withdraw: formAction(withdrawSentence, saved),
	restore: formAction(restoreSentence, saved),
	answer: formAction(answerSentence, saved),
};
