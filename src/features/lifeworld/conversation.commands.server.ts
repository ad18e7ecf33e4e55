import type { ConversationDetails } from '#features/evidence/evidence-details.schema.ts';
import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import {
	evidenceOfKind,
	recordEvidence,
	rewriteEvidence,
} from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { addConversationSchema, changeConversationSchema } from './conversation.schema.ts';
import { conversationEntry } from './conversation.ts';
import { guidesAt } from './guides.server.ts';
import { refuseEnteredSheet } from './sheets.server.ts';
import { checkWalk, spotOf } from './spot.server.ts';

export const addConversation = command({
	name: 'conversation.add',
	summary:
		'Stores what somebody said: the role of the speaker, never a name, and questions with answers.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/gesprekken' },
	input: addConversationSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run(
		{ tx, actor, clock, subject, requestId },
		{ trajectoryId, visibility, walkId, ...filled },
	) {
		await checkWalk(tx, actor, trajectoryId, walkId);
		await refuseEnteredSheet(tx, actor, trajectoryId, filled);
		const where = await spotOf(tx, actor, subject, filled);
		const { guide, guideVersion } = filled;
		const bound = guideVersion === null ? null : { guide, guideVersion };
		const guides = await guidesAt(tx, municipalityOf(actor), bound);
		const entry = conversationEntry(filled, where, guides, actor.language, clock.now());
		await recordEvidence(tx, actor, clock, {
			...entry,
			id: requestId,
			access: subject,
			visibility,
			walkId,
		});
		return { id: requestId, sheet: filled.sheet };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeConversation = command({
	name: 'conversation.change',
	summary: 'Changes a conversation; the former text is kept.',
	http: { method: 'PATCH', path: '/gesprekken/{evidenceId}' },
	input: changeConversationSchema,
	subject: evidenceOfKind('conversation'),
	allow: mayChangeEvidence,
	async run({ tx, actor, clock, subject }, { evidenceId: _, version, ...filled }) {
		const before = subject.evidence.details as ConversationDetails;
		await refuseEnteredSheet(tx, actor, subject.trajectoryId, filled, subject.evidence.id);
		const bound = before.guide === filled.guide ? before : null;
		const guides = await guidesAt(tx, municipalityOf(actor), bound);
		const where = await spotOf(tx, actor, subject, filled);
		const entry = conversationEntry(filled, where, guides, actor.language, clock.now(), before);
		return rewriteEvidence(tx, actor, subject, version, entry);
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});
