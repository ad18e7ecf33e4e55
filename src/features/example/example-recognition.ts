import { createHmac } from 'node:crypto';
import { handIn, judge } from '#features/recognition/reaction.commands.server.ts';
import { addRound, publishRound } from '#features/recognition/round.commands.server.ts';
import { addSentence, answerSentence } from '#features/recognition/sentence.commands.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { step, stepAs, stepId, type ExampleRun } from './example-step.ts';
import { dayAt, timeAt, type ExampleEvent } from './example-timeline.ts';
import type { ExampleLifeworld } from './lifeworld-file.ts';

type Recognition = ExampleLifeworld['recognition'];
type Submission = Recognition['submissions'][number];

/** In whose name reactions of residents are typed in. */
const helper = 'bewonersvertegenwoordiger';

/** A round for residents that is open, with reactions that were taken over, refused, and one that waits. */
export function loadRecognition(run: ExampleRun, file: ExampleLifeworld): ExampleEvent[] {
	const { recognition } = file;
	return [
		{ at: timeAt(run, recognition.opens), happen: () => openRound(run, recognition) },
		...recognition.submissions.flatMap((submission) => reactionsOf(run, submission)),
		{ at: timeAt(run, recognition.answered), happen: () => answer(run, recognition) },
	];
}

async function openRound(run: ExampleRun, { opens, introduction, sentences }: Recognition) {
	const recognitionRoundId = stepId(run, 'round');
	await step(run, ['round'], addRound, {
		trajectoryId: run.trajectoryId,
		introduction: introduction.nl,
		introductionEn: introduction.en,
		opensOn: dayAt(run, opens),
	});
	for (const { id, theme, text, findings, sources } of sentences)
		await step(run, ['sentence', id], addSentence, {
			recognitionRoundId,
			theme,
			text: text.nl,
			textEn: text.en,
			findingIds: findings.map((finding) => stepId(run, 'finding', finding)),
			evidenceIds: sources.map((source) => stepId(run, ...source)),
		});
	await step(run, ['round-published'], publishRound, { recognitionRoundId, version: 1 });
}

function reactionsOf(run: ExampleRun, submission: Submission): ExampleEvent[] {
	const judged = submission.reactions.flatMap(({ sentence, judged, refused }) =>
		judged === null
			? []
			: [
					{
						at: timeAt(run, judged),
						happen: async () =>
							step(run, ['judgement', submission.id, sentence], judge, {
								recognitionReactionId: await reactionId(run, submission.id, sentence),
								version: 1,
								outcome: refused === null ? 'accepted' : 'refused',
								reason: refused,
							}),
					},
				],
	);
	const handedIn = {
		at: timeAt(run, submission.moment),
		happen: async () =>
			stepAs(run, helper, ['submission', submission.id], handIn, {
				recognitionRoundId: stepId(run, 'round'),
				secret: await secretOf(run, submission.id),
				reactions: submission.reactions.map(({ sentence, kind, remark }) => ({
					sentenceId: stepId(run, 'sentence', sentence),
					kind,
					remark: remark?.[run.language],
				})),
			}),
	};
	return [handedIn, ...judged];
}

/** The same when a load goes on that was broken off, and not to be guessed from this code: each database has its own key. */
async function secretOf(run: ExampleRun, submission: string): Promise<string> {
	const { rows } = await run.kernel.pool.query<{ key: Buffer }>(
		'SELECT visitor_check_key() AS key',
	);
	const key = rows[0]?.key;
	if (!key) throw new Error('The secret of the visitor check is missing.');
	return createHmac('sha256', key)
		.update(stepId(run, 'submission', submission))
		.digest('base64url');
}

/** The database gives reactions their ids. */
async function reactionId(run: ExampleRun, submission: string, sentence: string): Promise<string> {
	const { id } = await asOwner(run.owner, (tx) =>
		tx
			.selectFrom('recognition_reaction')
			.select('id')
			.where('municipality_id', '=', run.system.municipalityId)
			.where('submission_id', '=', stepId(run, 'submission', submission))
			.where('sentence_id', '=', stepId(run, 'sentence', sentence))
			.executeTakeFirstOrThrow(),
	);
	return id;
}

async function answer(run: ExampleRun, { sentences }: Recognition): Promise<void> {
	for (const { id, answer: said } of sentences)
		if (said !== null)
			await step(run, ['answer', id], answerSentence, {
				recognitionSentenceId: stepId(run, 'sentence', id),
				version: 1,
				answer: said.nl,
				answerEn: said.en,
			});
}
