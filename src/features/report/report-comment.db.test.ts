import { beforeAll, expect, it } from 'vitest';
import { addFinding } from '#features/analysis/finding.commands.server.ts';
import type { Actor, Member } from '#kernel/actor.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import {
	acceptSuggestion,
	addComment,
	declineSuggestion,
	reopenComment,
	replyToComment,
	resolveComment,
} from './report-comment.commands.server.ts';
import { listComments } from './report-comment.queries.server.ts';
import { listSections } from './section.queries.server.ts';

const key = 'theme.sport';
let world: World;
let leader: Member;
let writer: Member;
beforeAll(async () => {
	world = await testWorld();
	({ process_manager: leader, professional: writer } = world.home.members);
	await world.kernel.run(writer, addFinding, {
		trajectoryId: world.home.trajectoryId,
		kind: 'risk',
		text: 'Het veld ligt er leeg bij.',
		themes: ['sport'],
	});
});

const trajectoryId = () => world.home.trajectoryId;
const say = (input: object, by: Actor = writer) =>
	world.kernel.run(by, addComment, { trajectoryId: trajectoryId(), key, ...input });
const comments = async () =>
	(await world.kernel.ask(leader, listComments, { trajectoryId: trajectoryId(), key })).comments;
async function sentences() {
	const sections = await world.kernel.ask(leader, listSections, { trajectoryId: trajectoryId() });
	const section = sections.find((one) => one.key === key);
	return section?.paragraphs.flatMap((paragraph) => paragraph.sentences) ?? [];
}

it('a comment gets answers, is dealt with and can be opened again', async () => {
	const { id: reportCommentId } = await say({ text: 'Sinds wanneer?' });
	await world.kernel.run(leader, replyToComment, { reportCommentId, text: 'Sinds de zomer.' });
	await world.kernel.run(leader, resolveComment, { reportCommentId, version: 1 });
	expect(await comments()).toMatchObject([
		{ text: 'Sinds wanneer?', state: 'resolved', replies: [{ text: 'Sinds de zomer.' }] },
	]);
	const again = world.kernel.run(leader, resolveComment, { reportCommentId, version: 2 });
	await expect(again).rejects.toMatchObject({ code: 'report_comment.settled' });
	await world.kernel.run(writer, reopenComment, { reportCommentId, version: 2 });
	expect(await comments()).toMatchObject([{ state: 'open', stateBy: null }]);
});

it('a suggestion that is taken over becomes the sentence, which rests on what it rested on', async () => {
	const former = (await sentences()).find(({ refs }) => refs.length > 0);
	const proposed = 'Op het veld is zelden iemand.';
	const { id: reportCommentId } = await say({ about: former?.text, proposed });
	await world.kernel.run(leader, acceptSuggestion, { reportCommentId, version: 1 });
	const now = (await sentences()).find(({ text }) => text === proposed);
	const recordsIn = (refs: readonly object[] = []) =>
		refs.map((ref) => ('id' in ref ? ref.id : 'hidden'));
	expect(recordsIn(now?.refs)).toEqual(recordsIn(former?.refs));
	expect(now?.refs.length).toBeGreaterThan(0);
	const back = world.kernel.run(leader, reopenComment, { reportCommentId, version: 2 });
	await expect(back).rejects.toMatchObject({ code: 'report_comment.accepted' });
});

it('a suggestion for a sentence that changed meanwhile is not taken over, and can be declined with a reason', async () => {
	const input = { about: 'Deze zin staat er niet.', proposed: 'Anders.', text: 'Helderder' };
	const { id: reportCommentId } = await say(input);
	const accept = world.kernel.run(leader, acceptSuggestion, { reportCommentId, version: 1 });
	await expect(accept).rejects.toMatchObject({ code: 'report_comment.sentence_gone' });
	const reason = 'De zin is al weg.';
	await world.kernel.run(leader, declineSuggestion, { reportCommentId, version: 1, reason });
	expect((await comments()).at(-1)).toMatchObject({ state: 'declined', stateReason: reason });
});

it('needs words, and a sentence where it proposes one', async () => {
	await expect(say({})).rejects.toMatchObject({ problems: [{ path: 'text', code: 'required' }] });
	await expect(say({ proposed: 'Anders.' })).rejects.toMatchObject({
		problems: [{ path: 'about', code: 'choose' }],
	});
	await expect(say({ text: 'Bel 06 12345678' })).rejects.toMatchObject({
		problems: [{ path: 'text' }],
	});
});
