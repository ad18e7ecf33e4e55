import { beforeAll, describe, expect, it } from 'vitest';
import { addFinding } from '#features/analysis/finding.commands.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { newSecret } from '#kernel/secret.server.ts';
import { asOwner } from '#server/database/owner.ts';
import type { TestMunicipality } from '#tests/support/world.ts';
import { manageRecognition } from './manage.queries.server.ts';
import { handIn, judge, takeBack } from './reaction.commands.server.ts';
import { recognitionOfFinding } from './reaction.queries.server.ts';
import { readModerationLog, readRecognition } from './recognition.queries.server.ts';
import { recognitionWorld } from './recognition.test-data.ts';
import { addRound, changeRound, publishRound, unpublishRound } from './round.commands.server.ts';
import {
	addSentence,
	answerSentence,
	changeSentence,
	moveSentence,
} from './sentence.commands.server.ts';

const asked = await recognitionWorld();
const { world, moment, resident, openRound, solved, send, own, queue, many } = asked;
const { theme, trajectoryId } = asked;
const { kernel, home, elsewhere } = world;
const { process_manager: leader, professional, resident_representative: moderator } = home.members;

let round: Awaited<ReturnType<typeof openRound>>;
beforeAll(async () => {
	round = await openRound(home, ['Het plein is gezellig.', 'Er is weinig te doen in de avond.']);
});

describe('a round', () => {
	it('is on no site before somebody puts it there, and needs a sentence for that', async () => {
		const { id } = await kernel.run(elsewhere.members.process_manager, addRound, {
			trajectoryId: elsewhere.trajectoryId,
			opensOn: '2026-03-01',
		});
		const publish = kernel.run(elsewhere.members.process_manager, publishRound, {
			recognitionRoundId: id,
			version: 1,
		});
		await expect(publish).rejects.toMatchObject({ code: 'recognition_round.no_sentences' });
		await expect(
			kernel.ask(elsewhere.visitor, readRecognition, { trajectoryId: elsewhere.trajectoryId }),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('can be read by anyone once it is, and by nobody outside when it was taken off', async () => {
		const read = () => kernel.ask(home.visitor, readRecognition, { trajectoryId });
		expect((await read()).sentences.map(({ text }) => text)).toEqual([
			'Het plein is gezellig.',
			'Er is weinig te doen in de avond.',
		]);
		await kernel.run(leader, unpublishRound, { recognitionRoundId: round.id, version: 2 });
		expect((await read()).round).toBeNull();
		await kernel.run(leader, publishRound, { recognitionRoundId: round.id, version: 3 });
		expect((await read()).round?.id).toBe(round.id);
	});

	it('ends the day after its last one', async () => {
		const before = moment.now;
		moment.now = new Date('2026-03-31T21:30:00Z');
		const read = () => kernel.ask(home.visitor, readRecognition, { trajectoryId });
		expect((await read()).may.react).toBe(true);
		moment.now = new Date('2026-03-31T22:30:00Z');
		expect(await read()).toMatchObject({ check: null, may: { react: false } });
		moment.now = before;
	});

	it('refuses an end before its beginning', async () => {
		const input = { trajectoryId, opensOn: '2026-03-05', closesOn: '2026-03-01' };
		await expect(kernel.run(leader, addRound, input)).rejects.toMatchObject({
			problems: [{ path: 'closesOn', code: 'end_before_start' }],
		});
	});
});

describe('a sentence', () => {
	it('cannot be about one person', async () => {
		const input = { recognitionRoundId: round.id, theme, text: 'Mijn buurman op nummer 3 drinkt te veel.' }; // prettier-ignore
		await expect(kernel.run(leader, addSentence, input)).rejects.toMatchObject({
			problems: [{ path: 'text', code: 'about_one_person' }],
		});
	});

	it('keeps its words once somebody reacted to it, and rests on findings of its own trajectory', async () => {
		const { id } = await kernel.run(leader, addSentence, {
			recognitionRoundId: round.id,
			theme,
			text: 'De bus rijdt te weinig.',
		});
		const change = (text: string, version: number, findingIds: string[] = []) =>
			kernel.run(leader, changeSentence, { recognitionSentenceId: id, version, theme, text, findingIds }); // prettier-ignore
		await change('De bus rijdt weinig.', 1);
		await send(round.id, [{ sentenceId: id, kind: 'recognise' }]);
		await expect(change('De bus rijdt vaak.', 2)).rejects.toMatchObject({
			code: 'recognition_sentence.has_reactions',
		});
		const finding = (town: TestMunicipality) =>
			kernel.run(town.members.process_manager, addFinding, { trajectoryId: town.trajectoryId, kind: 'risk', text: 'Weinig vervoer', themes: [theme] }); // prettier-ignore
		const foreign = await finding(elsewhere);
		await expect(change('De bus rijdt weinig.', 2, [foreign.id])).rejects.toMatchObject({
			problems: [{ path: 'findingIds', code: 'unknown' }],
		});
		await change('De bus rijdt weinig.', 2, [(await finding(home)).id]);
	});

	it('changes places with its neighbour, and stays where it is at the end', async () => {
		const [first = ''] = round.sentences;
		const order = async () =>
			(await kernel.ask(home.visitor, readRecognition, { trajectoryId })).sentences.map(({ id }) => id); // prettier-ignore
		const before = await order();
		const move = (version: number, to: string) =>
			kernel.run(leader, moveSentence, { recognitionSentenceId: first, version, to });
		await move(1, 'up');
		expect(await order()).toEqual(before);
		await move(1, 'down');
		expect((await order()).slice(0, 2)).toEqual(before.slice(0, 2).reverse());
		await move(2, 'up');
		expect(await order()).toEqual(before);
	});
});

describe('a resident', () => {
	it('hands in without an account; without words it counts at once, words are read first', async () => {
		const [one = '', two = ''] = round.sentences;
		const secret = await send(round.id, [
			{ sentenceId: one, kind: 'recognise' },
			{ sentenceId: two, kind: 'differs', remark: 'Er is juist elke week iets.' },
		]);
		const { reactions } = await own(secret);
		expect(reactions.map(({ kind, state }) => [kind, state])).toEqual([
			['recognise', 'counted'],
			['differs', 'waiting'],
		]);
	});

	it('is through when the same form comes twice, and stored once', async () => {
		const [one = ''] = round.sentences;
		const actor = resident();
		const secret = newSecret();
		const reactions = [{ sentenceId: one, kind: 'recognise' }];
		const input = { recognitionRoundId: round.id, secret, reactions, check: await solved(actor) };
		const id = newId();
		await kernel.run(actor, handIn, input, id);
		await kernel.run(actor, handIn, input, id);
		expect((await own(secret)).reactions).toHaveLength(1);
	});

	it('has to choose something, and to write what is added', async () => {
		const [sentenceId = ''] = round.sentences;
		await expect(send(round.id, [{ sentenceId, kind: 'add' }])).rejects.toMatchObject({
			problems: [{ path: 'reactions.0.remark', code: 'nothing_added' }],
		});
		await expect(send(round.id, [])).rejects.toMatchObject({
			problems: [{ path: 'reactions', code: 'no_reaction' }],
		});
		const about = 'Mevrouw De Vries op nummer 12 is eenzaam.';
		await expect(send(round.id, [{ sentenceId, kind: 'add', remark: about }])).rejects.toThrow();
	});

	it('takes back: the words go for good, everywhere, and the source says so', async () => {
		const [sentenceId = ''] = round.sentences;
		const words = 'Vooral op zondag is het er druk en fijn.';
		const secret = await send(round.id, [{ sentenceId, kind: 'add', remark: words }]);
		const waiting = (await queue()).items.find(({ remark }) => remark === words);
		await kernel.run(leader, judge, { recognitionReactionId: waiting?.id, version: 1, outcome: 'accepted' }); // prettier-ignore
		const accepted = (await queue('judged')).items.find(({ remark }) => remark === words);
		const evidenceId = accepted?.evidenceId ?? '';
		expect(await kernel.ask(professional, readEvidence, { evidenceId })).toMatchObject({
			kind: 'reaction',
			visibility: 'participants',
			themes: [theme],
			details: { remark: words, answer: 'add', channel: 'online' },
		});
		const [reaction] = (await own(secret)).reactions;
		await expect(
			kernel.run(resident(), takeBack, {
				secret: newSecret(),
				recognitionReactionId: reaction?.id,
			}),
		).rejects.toMatchObject({ code: 'not_found' });
		await kernel.run(resident(), takeBack, { secret, recognitionReactionId: reaction?.id });
		expect((await own(secret)).reactions[0]).toMatchObject({ state: 'taken_back', remark: '' });
		const after = await kernel.ask(professional, readEvidence, { evidenceId });
		expect(after).toMatchObject({ details: { remark: '' } });
		expect(after.withdrawnAt).not.toBeNull();
		const everything = await asOwner(world.database.owner, async (tx) => [
			...(await tx.selectFrom('kept_version').select('content').execute()),
			...(await tx.selectFrom('evidence').selectAll().execute()),
			...(await tx.selectFrom('recognition_reaction').selectAll().execute()),
			...(await tx.selectFrom('command_record').selectAll().execute()),
		]);
		expect(JSON.stringify(everything)).not.toContain(words);
		const again = kernel.run(leader, judge, { recognitionReactionId: reaction?.id, version: 3, outcome: 'accepted' }); // prettier-ignore
		await expect(again).rejects.toMatchObject({ code: 'recognition_reaction.taken_back' });
	});

	it('is helped by whoever brings something in, with a record of who typed it', async () => {
		const [sentenceId = ''] = round.sentences;
		const remark = 'Op papier ingevuld op de markt.';
		await send(round.id, [{ sentenceId, kind: 'add', remark }], professional);
		expect((await queue()).items.find((one) => one.remark === remark)?.channel).toBe('assisted');
		await expect(
			send(round.id, [{ sentenceId, kind: 'recognise' }], home.members.reader),
		).rejects.toMatchObject({ code: 'role_not_allowed' });
	});
});

describe('a moderator', () => {
	it('refuses by a published rule, changes the decision, and all of it stands in the public log', async () => {
		const [sentenceId = ''] = round.sentences;
		const remark = 'Koop nu goedkope schoenen!';
		const secret = await send(round.id, [{ sentenceId, kind: 'add', remark }]);
		const item = (await queue()).items.find((one) => one.remark === remark);
		const decide = (input: object, by = moderator) =>
			kernel.run(by, judge, { recognitionReactionId: item?.id, ...input });
		await expect(decide({ version: 1, outcome: 'refused' })).rejects.toMatchObject({
			problems: [{ path: 'reason', code: 'choose' }],
		});
		await expect(decide({ version: 1, outcome: 'accepted' }, professional)).rejects.toMatchObject({
			code: 'trajectory.not_leading',
		});
		await decide({ version: 1, outcome: 'refused', reason: 'advertising' });
		await expect(decide({ version: 1, outcome: 'accepted' })).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		expect((await own(secret)).reactions[0]).toMatchObject({ state: 'refused', reason: 'advertising' }); // prettier-ignore
		await decide({ version: 2, outcome: 'accepted' });
		await decide({ version: 3, outcome: 'refused', reason: 'off_topic' });
		const judged = (await queue('judged')).items.find((one) => one.remark === remark);
		const source = { evidenceId: judged?.evidenceId };
		expect((await kernel.ask(leader, readEvidence, source)).withdrawnReason).toContain(
			'Niet overgenomen',
		);
		await decide({ version: 4, outcome: 'accepted' });
		expect((await kernel.ask(leader, readEvidence, source)).withdrawnAt).toBeNull();
		const { months } = await kernel.ask(home.visitor, readModerationLog, { trajectoryId });
		expect(months).toContainEqual({ month: '2026-03', outcome: 'refused', reason: 'advertising', count: 1 }); // prettier-ignore
		expect(JSON.stringify(months)).not.toContain('schoenen');
	});
});

describe('what residents said', () => {
	it('stands beside the finding that a sentence rests on, never below ten and never exact', async () => {
		const { id: findingId } = await kernel.run(leader, addFinding, { trajectoryId, kind: 'protective', text: 'Gezellig plein', themes: [theme] }); // prettier-ignore
		const asked = await openRound(home, ['Buren groeten elkaar.']);
		const [sentence = ''] = asked.sentences;
		await kernel.run(leader, changeSentence, { recognitionSentenceId: sentence, version: 1, theme, text: 'Buren groeten elkaar.', findingIds: [findingId] }); // prettier-ignore
		await many(asked, sentence, 'recognise', 13);
		await many(asked, sentence, 'differs', 9);
		const beside = await kernel.ask(professional, recognitionOfFinding, { findingId });
		expect(beside.sentences[0]?.counts).toEqual({
			recognise: { kind: 'rounded', value: 15 },
			differs: { kind: 'fewer-than-10' },
			add: { kind: 'fewer-than-10' },
		});
		await expect(
			kernel.ask(home.visitor, recognitionOfFinding, { findingId }),
		).rejects.toMatchObject({ code: 'not_found' });

		// While it is open nobody outside sees how others answered.
		const open = await kernel.ask(home.visitor, readRecognition, { trajectoryId });
		expect(open.sentences.every(({ counts }) => counts === null)).toBe(true);
		await kernel.run(leader, changeRound, { recognitionRoundId: asked.id, version: 2, opensOn: '2026-02-01', closesOn: '2026-03-01' }); // prettier-ignore
		await kernel.run(leader, answerSentence, { recognitionSentenceId: sentence, version: 2, answer: 'We houden de banken op het plein.' }); // prettier-ignore
		const { rounds } = await kernel.ask(leader, manageRecognition, { trajectoryId });
		const number = rounds.find(({ id }) => id === asked.id)?.number;
		const closed = await kernel.ask(home.visitor, readRecognition, { trajectoryId, number });
		expect(closed.sentences[0]).toMatchObject({
			answer: 'We houden de banken op het plein.',
			counts: { recognise: { kind: 'rounded', value: 15 }, differs: { kind: 'fewer-than-10' } },
		});
	});
});
