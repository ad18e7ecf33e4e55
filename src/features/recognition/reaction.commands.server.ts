import { sql } from 'kysely';
import { mayReact, mayModerate } from '#features/recognition/recognition.policy.ts';
import { command } from '#kernel/command.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { spendCheck } from '#kernel/visitor-check/visitor-check.server.ts';
import { recognitionTexts } from '#locales/recognition.ts';
import { judgeReactions } from './burst.server.ts';
import { checkPurpose } from './check-purpose.ts';
import { judgeReaction, reactionOfInput } from './reaction.write.server.ts';
import {
	handInSchema,
	judgeBurstSchema,
	judgeSchema,
	takeBackSchema,
} from './recognition.schema.ts';
import { accessOfRound } from './round.write.server.ts';
import { roundOfSentence } from './sentence.write.server.ts';

const hour = 60 * 60;

export const handIn = command({
	name: 'recognitionReaction.handIn',
	summary:
		'Hands in what a resident says of the sentences of a round, under a secret that the resident keeps; for members, what they type in for somebody.',
	http: { method: 'POST', path: '/herkenningsrondes/{recognitionRoundId}/reacties' },
	input: handInSchema,
	subject: accessOfRound,
	allow: mayReact,
	// A community centre or a library is one line to the internet.
	rate: { seconds: hour, most: 60 },
	async run({ tx, actor, clock, requestId: id }, { recognitionRoundId, secret, ...input }) {
		const now = clock.now();
		const reactions = input.reactions
			.filter(({ kind }) => kind !== null)
			.map(({ sentenceId, kind, remark }) => ({ sentence: sentenceId, kind, remark }));
		const { rows } = await sql<{ said: string }>`SELECT hand_in_reactions(${id},
			${digestOf(secret)}, ${recognitionRoundId}, ${JSON.stringify(reactions)}::jsonb,
			${dayOf(now)}::date, ${now}) AS said`.execute(tx);
		const said = rows[0]?.said;
		if (said === 'closed') throw new Failure('recognition_round.closed', 409);
		if (said === 'stored_other') throw new Failure('recognition_round.already_sent', 409);
		// Whoever presses twice, or heard nothing of the first time, is through already.
		if (said === 'stored')
			await spendCheck(tx, actor, checkPurpose(recognitionRoundId), input.check, now);
		return { id };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const takeBack = command({
	name: 'recognitionReaction.takeBack',
	summary: 'Takes a reaction back, for whoever holds its secret: its words are removed for good.',
	http: { method: 'POST', path: '/herkenningsreacties/{recognitionReactionId}/intrekking' },
	input: takeBackSchema,
	subject: nothing,
	// Everyone: holding the secret is what counts.
	allow: anyone,
	rate: { seconds: hour, most: 100 },
	async run({ tx, clock }, { secret, recognitionReactionId: id }) {
		const { rows } = await sql<{ found: boolean }>`SELECT take_back_reaction(${digestOf(secret)},
			${id}, ${recognitionTexts.nl.takenBackReason}, ${clock.now()}) AS found`.execute(tx);
		if (!rows[0]?.found) throw notFound();
		return { id };
	},
});

export const judge = command({
	name: 'recognitionReaction.judge',
	summary:
		'Takes the words of a resident over as a source, or refuses them by one of the published rules; can be changed.',
	http: { method: 'PUT', path: '/herkenningsreacties/{recognitionReactionId}/oordeel' },
	input: judgeSchema,
	subject: reactionOfInput,
	allow: mayModerate,
	run: ({ tx, actor, clock, subject }, { version, outcome, reason }) =>
		judgeReaction(tx, actor, clock, subject, {
			version,
			reason: outcome === 'refused' ? reason : null,
		}),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const judgeBurst = command({
	name: 'recognitionReaction.judgeBurst',
	summary:
		'Sets aside the equal reactions without words that one sentence got in a burst within an hour, or lets them count again; each stands in the public log.',
	http: { method: 'PUT', path: '/herkenningszinnen/{recognitionSentenceId}/golfoordeel' },
	input: judgeBurstSchema,
	subject: roundOfSentence,
	allow: mayModerate,
	async run({ tx, actor, clock, subject }, { recognitionSentenceId: sentenceId, ...burst }) {
		const { trajectoryId, roundId } = subject;
		const judged = { sentenceId, roundId, ...burst };
		return { count: await judgeReactions(tx, actor, trajectoryId, judged, clock.now()) };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
