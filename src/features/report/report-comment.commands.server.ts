import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import { commentsOf, type CommentState } from './report-comments.server.ts';
import {
	addCommentSchema,
	commentSchema,
	declineSchema,
	replySchema,
} from './report-comment.schema.ts';
import { reportData } from './report-data.server.ts';
import { withSentence } from './section-sentence.ts';
import { asContent, draftsOf } from './section-draft.ts';
import { placeOf } from './section-place.ts';
import { leftOutAfter } from './section-refs.ts';
import { addSection, changeSection, standingSection } from './section-write.server.ts';

const accessOfComment = (reader: Reader, input: { reportCommentId: string }, actor: Actor) =>
	loadAccessOfRow(reader, 'report_comment', input.reportCommentId, actor);

export const addComment = command({
	name: 'reportComment.add',
	summary:
		'Says something of a section of the report or of a sentence of it, or suggests another text for that sentence.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/verslag/opmerkingen' },
	input: addCommentSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { key, about, text, proposed }) {
		placeOf(await reportData({ reader: tx, actor, clock, subject }), key);
		const { organisationId, membershipId } = memberOf(actor);
		await tx
			.insertInto('report_comment')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				section_key: key,
				about,
				text,
				proposed: proposed || null,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const replyToComment = command({
	name: 'reportComment.reply',
	summary: 'Answers a comment or suggestion.',
	http: { method: 'POST', path: '/verslagopmerkingen/{reportCommentId}/antwoorden' },
	input: replySchema,
	subject: accessOfComment,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { reportCommentId, text }) {
		const { organisationId, membershipId } = memberOf(actor);
		await tx
			.insertInto('report_reply')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				report_comment_id: reportCommentId,
				text,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const resolveComment = command({
	name: 'reportComment.resolve',
	summary: 'Says that a comment was dealt with; it can be opened again.',
	http: { method: 'POST', path: '/verslagopmerkingen/{reportCommentId}/afhandeling' },
	input: commentSchema,
	subject: accessOfComment,
	allow: mayContribute,
	async run(context, input) {
		const comment = await commentRow(context, input, { is: 'open' });
		if (comment.proposed !== null) throw new Failure('report_comment.is_suggestion', 409);
		return setState(context, input, 'resolved');
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const reopenComment = command({
	name: 'reportComment.reopen',
	summary: 'Opens a comment again that was dealt with, or a suggestion that was declined.',
	http: { method: 'POST', path: '/verslagopmerkingen/{reportCommentId}/heropening' },
	input: commentSchema,
	subject: accessOfComment,
	allow: mayContribute,
	async run(context, input) {
		const { state } = await commentRow(context, input, { isNot: 'open' });
		// What was taken over stands in the text: it is changed there.
		if (state === 'accepted') throw new Failure('report_comment.accepted', 409);
		return setState(context, input, 'open');
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const acceptSuggestion = command({
	name: 'reportComment.accept',
	summary:
		'Takes a suggestion over: the sentence becomes what was proposed and goes on resting on what it rested on.',
	http: { method: 'POST', path: '/verslagopmerkingen/{reportCommentId}/overname' },
	input: commentSchema,
	subject: accessOfComment,
	allow: mayContribute,
	async run(context, input) {
		const { tx, actor, clock, subject } = context;
		const comment = await commentRow(context, input, { is: 'open' });
		if (comment.proposed === null) throw new Failure('report_comment.no_suggestion', 409);
		const key = comment.section_key;
		const standing = await standingSection(tx, municipalityOf(actor), subject, key);
		const data = await reportData({ reader: tx, actor, clock, subject });
		const place = placeOf(data, key);
		const former = standing?.content ?? asContent(draftsOf(data, actor.language)(place));
		const content = withSentence(former, comment.about, comment.proposed);
		if (!content) throw new Failure('report_comment.sentence_gone', 409);
		const leftOut = leftOutAfter(standing ?? null, content);
		if (standing) await changeSection(context, standing, { content, leftOut });
		else await addSection(context, { place, language: actor.language, content, leftOut });
		return setState(context, input, 'accepted');
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const declineSuggestion = command({
	name: 'reportComment.decline',
	summary: 'Does not take a suggestion over, with the reason; it can be opened again.',
	http: { method: 'POST', path: '/verslagopmerkingen/{reportCommentId}/afwijzing' },
	input: declineSchema,
	subject: accessOfComment,
	allow: mayContribute,
	async run(context, input) {
		const comment = await commentRow(context, input, { is: 'open' });
		if (comment.proposed === null) throw new Failure('report_comment.no_suggestion', 409);
		return setState(context, input, 'declined', input.reason);
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
}

/** The comment as it stands; refuses one whose state was changed meanwhile. */
async function commentRow(
	{ tx, actor }: Context,
	{ reportCommentId }: { reportCommentId: string },
	wanted: { is: CommentState } | { isNot: CommentState },
) {
	const row = await tx
		.selectFrom('report_comment')
		.select(['section_key', 'about', 'proposed', 'state'])
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', reportCommentId)
		.executeTakeFirstOrThrow();
	const fits = 'is' in wanted ? row.state === wanted.is : row.state !== wanted.isNot;
	if (!fits) throw new Failure('report_comment.settled', 409);
	return row;
}

function setState(
	{ tx, actor, clock }: Context,
	{ reportCommentId: id, version }: { reportCommentId: string; version: number },
	state: CommentState,
	reason = '',
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	const isOpen = state === 'open';
	const values = {
		state,
		state_reason: reason,
		state_by: isOpen ? null : writerOf(actor),
		state_at: isOpen ? null : clock.now(),
	};
	return changeRow(tx, 'report_comment', { municipalityId, id, version }, values, {
		current: async () => (await commentsOf(tx, municipalityId, { id }))[0],
	});
}
