import { themes } from '#tests/support/filled-world.ts';
import { testWorld, type TestMunicipality } from '#tests/support/world.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { newSecret } from '#kernel/secret.server.ts';
import { readChallenge } from '#kernel/visitor-check/challenge.ts';
import { solve } from '#kernel/visitor-check/work.ts';
import { asOwner } from '#server/database/owner.ts';
import { handIn } from './reaction.commands.server.ts';
import { listQueue, ownReactions } from './reaction.queries.server.ts';
import { readRecognition } from './recognition.queries.server.ts';
import { addRound, publishRound } from './round.commands.server.ts';
import { addSentence } from './sentence.commands.server.ts';

interface Said {
	sentenceId: string;
	kind: string;
	remark?: string;
}

/** A world with what tests of residents' reactions need: rounds, residents on lines of their own, solved checks. */
export async function recognitionWorld() {
	const moment = { now: new Date('2026-03-02T09:00:00Z') };
	const world = await testWorld({ now: () => moment.now });
	const { kernel, home } = world;
	const theme = themes[0] as string;
	const leader = home.members.process_manager;
	const { trajectoryId } = home;
	let address = 0;
	/** Somebody on a line to the internet of their own. */
	const resident = (town: TestMunicipality = home): Actor => ({
		...town.visitor,
		address: `10.0.${Math.floor(++address / 250)}.${address % 250}`,
	});

	async function openRound(town: TestMunicipality = home, texts = ['Het plein is gezellig.']) {
		const by = town.members.process_manager;
		const { id } = await kernel.run(by, addRound, {
			trajectoryId: town.trajectoryId,
			opensOn: '2026-03-01',
			closesOn: '2026-03-31',
		});
		const sentences: string[] = [];
		for (const text of texts)
			sentences.push(
				(await kernel.run(by, addSentence, { recognitionRoundId: id, theme, text })).id,
			);
		await kernel.run(by, publishRound, { recognitionRoundId: id, version: 1 });
		return { id, sentences };
	}

	/** A solved check of a page, as a browser does it. */
	async function solved(actor: Actor, town: TestMunicipality = home, number?: number) {
		const { check } = await kernel.ask(actor, readRecognition, {
			trajectoryId: town.trajectoryId,
			number,
		});
		const challenge = check?.challenge ?? '';
		return { challenge, solution: solve(challenge, readChallenge(challenge)?.bits ?? 99) };
	}

	async function send(roundId: string, reactions: Said[], actor: Actor = resident()) {
		const secret = newSecret();
		const check = actor.kind === 'visitor' ? await solved(actor) : undefined;
		const input = { recognitionRoundId: roundId, secret, reactions, check };
		await kernel.run(actor, handIn, input, newId());
		return secret;
	}
	const own = (secret: string, actor: Actor = home.visitor) =>
		kernel.ask(actor, ownReactions, { secret });
	const queue = (which = 'waiting') => kernel.ask(leader, listQueue, { trajectoryId, which });
	/** Reactions without words, put there by hand: thousands of solved checks would take an afternoon. */
	async function many(round: { id: string }, sentence: string, kind: string, count: number) {
		await asOwner(world.database.owner, async (tx) => {
			for (let i = 0; i < count; i++) {
				const row = {
					municipality_id: home.id,
					trajectory_id: trajectoryId,
					created_at: moment.now,
				};
				const submission = { ...row, id: newId(), round_id: round.id, digest: Buffer.from(newId()), channel: 'online' }; // prettier-ignore
				await tx.insertInto('recognition_submission').values(submission).execute();
				await tx.insertInto('recognition_reaction').values({ ...row, id: newId(), submission_id: submission.id, sentence_id: sentence, kind, state: 'counted' }).execute(); // prettier-ignore
			}
		});
	}

	return {
		world,
		moment,
		resident,
		openRound,
		solved,
		send,
		own,
		queue,
		many,
		theme,
		trajectoryId,
	};
}
