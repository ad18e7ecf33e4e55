import { beforeAll, expect, it } from 'vitest';
import { manageRecognition } from './manage.queries.server.ts';
import { listQueue, ownReactions } from './reaction.queries.server.ts';
import { judgeBurst } from './reaction.commands.server.ts';
import { readModerationLog } from './recognition.queries.server.ts';
import { recognitionWorld } from './recognition.test-data.ts';

const { world, openRound, many, send, trajectoryId } = await recognitionWorld();
const { kernel, home } = world;
const { process_manager: leader, resident_representative: moderator, professional } = home.members;

let round: Awaited<ReturnType<typeof openRound>>;
beforeAll(async () => {
	round = await openRound(home, ['Het plein is gezellig.', 'De straat is te donker.']);
});

const first = () => round.sentences[0] ?? '';
const bursts = async () => (await kernel.ask(moderator, listQueue, { trajectoryId })).bursts;
const countOf = async () => {
	const { rounds } = await kernel.ask(leader, manageRecognition, { trajectoryId });
	return rounds[0]?.sentences.find(({ id }) => id === first())?.counts?.recognise;
};
const judged = (changes: object = {}) => ({
	...{ recognitionSentenceId: first(), kind: 'recognise', outcome: 'refused' },
	hour: '2026-03-02T09:00:00Z',
	...changes,
});

it('nine equal answers within an hour are no burst, and nobody can set them aside', async () => {
	await many(round, first(), 'recognise', 9);
	expect(await bursts()).toEqual([]);
	await expect(kernel.run(moderator, judgeBurst, judged())).rejects.toMatchObject({
		code: 'recognition_reaction.no_burst',
	});
});

it('a burst is set aside together, stands in the public log, and can be let count again', async () => {
	await many(round, first(), 'recognise', 31);
	const secret = await send(round.id, [{ sentenceId: first(), kind: 'recognise' }]);
	const withWords = { sentenceId: first(), kind: 'recognise', remark: 'Vooral op zaterdag.' };
	await send(round.id, [withWords]);
	expect(await countOf()).toEqual({ kind: 'rounded', value: 40 });
	const [seen, ...others] = await bursts();
	expect(others).toEqual([]);
	// Through the gate: whoever moderates sees no exact number either.
	expect(seen).toMatchObject({ kind: 'recognise', state: 'counted', count: { value: 40 } });

	await expect(kernel.run(professional, judgeBurst, judged())).rejects.toMatchObject({
		code: 'trajectory.not_leading',
	});
	await kernel.run(moderator, judgeBurst, judged({ hour: seen?.hour.toISOString() }));
	expect(await countOf()).toEqual({ kind: 'fewer-than-10' });
	const { months } = await kernel.ask(home.visitor, readModerationLog, { trajectoryId });
	expect(months).toContainEqual(
		expect.objectContaining({ outcome: 'refused', reason: 'burst', count: 41 }),
	);
	const own = await kernel.ask(home.visitor, ownReactions, { secret });
	expect(own.reactions).toMatchObject([{ state: 'refused', reason: 'burst' }]);
	// Words are read one by one, also those that came in with a burst.
	expect((await kernel.ask(moderator, listQueue, { trajectoryId })).total).toBe(1);

	expect(await bursts()).toMatchObject([{ state: 'refused' }]);
	await kernel.run(moderator, judgeBurst, judged({ outcome: 'accepted' }));
	expect(await countOf()).toEqual({ kind: 'rounded', value: 40 });
});

it('another answer, sentence or hour stays as it is', async () => {
	await many(round, first(), 'differs', 12);
	await many(round, round.sentences[1] ?? '', 'recognise', 12);
	await kernel.run(moderator, judgeBurst, judged());
	const states = (await bursts()).map(({ sentenceId, kind, state }) =>
		[sentenceId === first() ? 'first' : 'second', kind, state].join(' '),
	);
	expect(states.toSorted()).toEqual([
		'first differs counted',
		'first recognise refused',
		'second recognise counted',
	]);
	await expect(
		kernel.run(moderator, judgeBurst, judged({ kind: 'differs', hour: '2026-03-02T08:00:00Z' })),
	).rejects.toMatchObject({ code: 'recognition_reaction.no_burst' });
});
