import { beforeAll, describe, expect, it } from 'vitest';
import { publishParts } from '#features/trajectory/frame.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { newSecret } from '#kernel/secret.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { handIn, takeBack } from './reaction.commands.server.ts';
import { recognitionWorld } from './recognition.test-data.ts';
import { unpublishRound } from './round.commands.server.ts';
import { addSentence, withdrawSentence } from './sentence.commands.server.ts';

const asked = await recognitionWorld();
const { world, moment, resident, openRound, solved, send, own } = asked;
const { theme, trajectoryId } = asked;
const { kernel, home, elsewhere } = world;
const { process_manager: leader } = home.members;

let round: Awaited<ReturnType<typeof openRound>>;
beforeAll(async () => {
	round = await openRound(home, ['Het plein is gezellig.', 'Er is weinig te doen in de avond.']);
});

describe('attacks', () => {
	it('a solved check works once, and only for its own round', async () => {
		const [sentenceId = ''] = round.sentences;
		const actor = resident();
		const check = await solved(actor);
		const attempt = (given: object) =>
			kernel.run(actor, handIn, { recognitionRoundId: round.id, secret: newSecret(), reactions: [{ sentenceId, kind: 'recognise' }], check: given }, newId()); // prettier-ignore
		await attempt(check);
		await expect(attempt(check)).rejects.toMatchObject({ code: 'visitor_check.spent' });
		const other = await openRound();
		const foreign = await solved(actor, home, 2);
		await expect(attempt(foreign)).rejects.toMatchObject({ code: 'visitor_check.expired' });
		await expect(attempt({})).rejects.toMatchObject({ code: 'visitor_check.expired' });
		await kernel.run(leader, unpublishRound, { recognitionRoundId: other.id, version: 2 });
	});

	it('a script on one line to the internet is stopped after sixty attempts in an hour', async () => {
		const [sentenceId = ''] = round.sentences;
		const actor = resident();
		const outcomes: string[] = [];
		for (let i = 0; i < 70; i++)
			outcomes.push(
				await kernel
					.run(
						actor,
						handIn,
						{
							recognitionRoundId: round.id,
							secret: newSecret(),
							reactions: [{ sentenceId, kind: 'recognise' }],
							check: {},
						},
						newId(),
					) // prettier-ignore
					.catch((error: { code: string }) => error.code)
					.then(String),
			);
		expect(outcomes.filter((code) => code === 'too_many_requests')).toHaveLength(10);
		expect(outcomes.filter((code) => code === 'visitor_check.expired')).toHaveLength(60);
	});

	it('nothing comes in for a sentence of another municipality or round, or one that was taken away', async () => {
		const foreign = await openRound(elsewhere);
		const sentenceId = foreign.sentences[0] ?? '';
		await expect(send(round.id, [{ sentenceId, kind: 'recognise' }])).rejects.toMatchObject({
			code: 'recognition_round.closed',
		});
		await expect(send(foreign.id, [{ sentenceId, kind: 'recognise' }])).rejects.toMatchObject({
			code: 'not_found',
		});
		const { id } = await kernel.run(leader, addSentence, { recognitionRoundId: round.id, theme, text: 'Weg ermee.' }); // prettier-ignore
		await kernel.run(leader, withdrawSentence, { recognitionSentenceId: id, version: 1, reason: 'Niet duidelijk.' }); // prettier-ignore
		await expect(send(round.id, [{ sentenceId: id, kind: 'recognise' }])).rejects.toMatchObject({
			code: 'recognition_round.closed',
		});
	});

	it('nothing comes in when the round is over, or the page is switched off', async () => {
		const [sentenceId = ''] = round.sentences;
		const reactions = [{ sentenceId, kind: 'recognise' }];
		const actor = resident();
		const input = { recognitionRoundId: round.id, secret: newSecret(), reactions, check: await solved(actor) }; // prettier-ignore
		const before = moment.now;
		moment.now = new Date('2026-04-02T09:00:00Z');
		await expect(kernel.run(actor, handIn, input)).rejects.toMatchObject({
			code: 'recognition_round.closed',
		});
		moment.now = before;
		const version = async () =>
			(
				await asOwner(
					world.database.owner,
					(tx) =>
					tx.selectFrom('trajectory').select('version').where('id', '=', trajectoryId).executeTakeFirstOrThrow(), // prettier-ignore
				)
			).version;
		const parts = async (list: string[]) =>
			kernel.run(leader, publishParts, { trajectoryId, version: await version(), parts: list });
		await parts(['frame']);
		await expect(kernel.run(actor, handIn, input)).rejects.toMatchObject({ code: 'not_found' });
		await parts(['frame', 'recognition']);
	});

	it('a page that was gone back to is not lost in silence when it says something else', async () => {
		const [sentenceId = ''] = round.sentences;
		const [actor, secret, id] = [resident(), newSecret(), newId()];
		const check = await solved(actor);
		const react = (kind: string) => {
			const reactions = [{ sentenceId, kind, remark: '' }];
			const input = { recognitionRoundId: round.id, secret, reactions, check };
			return kernel.run(actor, handIn, input, id);
		};
		await react('recognise');
		expect(await react('recognise')).toEqual({ id });
		await expect(react('differs')).rejects.toMatchObject({
			code: 'recognition_round.already_sent',
		});
		expect((await own(secret)).reactions).toMatchObject([{ kind: 'recognise' }]);
	});

	it('a secret opens its own reactions, in its own municipality, and nothing else', async () => {
		const [sentenceId = ''] = round.sentences;
		const secret = await send(round.id, [{ sentenceId, kind: 'recognise' }]);
		await expect(own(newSecret())).rejects.toMatchObject({ code: 'not_found' });
		await expect(own(secret, elsewhere.visitor)).rejects.toMatchObject({ code: 'not_found' });
		const other = await send(round.id, [{ sentenceId, kind: 'recognise' }]);
		const [theirs] = (await own(other)).reactions;
		await expect(
			kernel.run(resident(), takeBack, { secret, recognitionReactionId: theirs?.id }),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('what is kept of a resident is no name, no address and no moment finer than the hour', async () => {
		const rows = await asOwner(world.database.owner, (tx) =>
			tx.selectFrom('recognition_submission').selectAll().execute(),
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
			['channel', 'created_at', 'digest', 'entered_by', 'id', 'municipality_id', 'round_id', 'trajectory_id'], // prettier-ignore
		);
		for (const { created_at } of rows) expect(created_at.getTime() % 3_600_000).toBe(0);
	});
});
