import * as v from 'valibot';
import { themesOf } from '#features/content/themes.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { notFound } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { newCheck } from '#kernel/visitor-check/visitor-check.server.ts';
import { checkPurpose } from './check-purpose.ts';
import { judgementsByMonth } from './moderation-log.server.ts';
import { reactionCounts } from './reaction-counts.server.ts';
import { mayModerate, mayReact, mayReadRecognition } from './recognition.policy.ts';
import { readRecognitionSchema } from './recognition.schema.ts';
import { roundsOf, sentencesOf } from './rounds.server.ts';

/** The page for residents. */
export const readRecognition = query({
	name: 'recognition.read',
	summary:
		'Reads what was heard and seen, in sentences for residents, with the answers and, after closing, how many said what.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/herkenning' },
	input: readRecognitionSchema,
	subject: accessOfInput,
	allow: mayReadRecognition,
	async run({ reader, actor, clock, subject }, { trajectoryId, number }) {
		const now = clock.now();
		const all = await roundsOf(reader, actor, trajectoryId, dayOf(now));
		const rounds = all.filter(({ state }) => state !== 'draft');
		const round = number
			? rounds.find((one) => one.number === number)
			: (rounds.find(({ state }) => state === 'open') ?? rounds[0]);
		if (number && !round) throw notFound();
		const sentences = round
			? (await sentencesOf(reader, actor, round.id)).filter(({ withdrawnAt }) => !withdrawnAt)
			: [];
		// While a round is open nobody sees what others said: that would make residents follow each other.
		const isClosed = round?.state === 'closed';
		const counts = isClosed
			? await reactionCounts(reader, sentences.map((sentence) => sentence.id)) // prettier-ignore
			: null;
		return {
			round: round ?? null,
			rounds,
			themes: await themesOf(reader, actor.municipalityId, subject),
			sentences: sentences.map((one) => ({ ...one, counts: counts?.get(one.id) ?? null })),
			check: round?.state === 'open' ? await newCheck(reader, checkPurpose(round.id), now) : null,
			may: {
				react: round?.state === 'open' && mayReact(actor, subject) === true,
				moderate: mayModerate(actor, subject) === true,
			},
		};
	},
});

/** The published rules in numbers: what moderators decided. */
export const readModerationLog = query({
	name: 'recognition.log',
	summary:
		'Reads what moderators decided about reactions, per month and reason, without their texts.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/herkenning/logboek' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadRecognition,
	run: async ({ reader, actor }, { trajectoryId }) => ({
		months: await judgementsByMonth(reader, actor, trajectoryId),
	}),
});
