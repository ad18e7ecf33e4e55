import { municipalityOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import { mayAttach, mayChangeAttachment, mayReadAttachment, maySend } from './attachment.policy.ts';
import { attachmentFileSchema, attachmentIdSchema } from './attachment.schema.ts';
import {
	attachmentOfInput,
	attachmentRows,
	fileOf,
	toAttachment,
	type Attachment,
} from './attachments.server.ts';
import { mayReadEvidence } from './evidence.policy.ts';
import { evidenceIdSchema } from './evidence.schema.ts';
import { evidenceOfInput } from './record.server.ts';

/** An attachment as its reader sees it, with what they may do. */
export interface AttachmentLine extends Attachment {
	may: { change: boolean };
}

export const listAttachments = query({
	name: 'attachment.list',
	summary:
		'Lists the photos and files of a source that the reader may see, in the order they came.',
	http: { method: 'GET', path: '/bronnen/{evidenceId}/bijlagen' },
	input: evidenceIdSchema,
	subject: evidenceOfInput,
	allow: mayReadEvidence,
	async run({ reader, actor, subject }) {
		const rows = await attachmentRows(reader, actor)
			.where('evidence_id', '=', subject.evidence.id)
			.where('state', '<>', 'erased')
			.orderBy('id')
			.execute();
		const items = rows.flatMap((row): AttachmentLine[] => {
			const attachment = toAttachment(row);
			const about = { ...subject, attachment };
			if (mayReadAttachment(actor, about) !== true) return [];
			const { createdBy: _, isWithdrawn: __, ...line } = attachment;
			return [{ ...line, may: { change: mayChangeAttachment(actor, about) === true } }];
		});
		const may = { attach: mayAttach(actor, subject) === true && !subject.evidence.isWithdrawn };
		return { items, may };
	},
});

export const readAttachment = query({
	name: 'attachment.read',
	summary: 'Gives what is known of one photo or file; its content is served with the pages.',
	http: { method: 'GET', path: '/bijlagen/{attachmentId}' },
	input: attachmentIdSchema,
	subject: attachmentOfInput,
	allow: mayReadAttachment,
	async run({ actor, subject }): Promise<AttachmentLine> {
		const { createdBy: _, isWithdrawn: __, ...line } = subject.attachment;
		return { ...line, may: { change: mayChangeAttachment(actor, subject) === true } };
	},
});

/** Where the bytes lie, for the route that serves them. */
export const attachmentFile = query({
	name: 'attachment.file',
	summary: 'Finds a stored photo or file, in one of the sizes it is kept in.',
	input: attachmentFileSchema,
	subject: attachmentOfInput,
	allow: mayReadAttachment,
	run: ({ actor, subject: { attachment } }, { name }) =>
		fileOf(municipalityOf(actor), attachment, name),
});

/** Whose pieces may be taken, for the route that takes them. */
export const attachmentUpload = query({
	name: 'attachment.upload',
	summary: 'Tells whoever announced a file how long it is, and whether it was stored already.',
	pieces: '/bijlagen/{attachmentId}/delen',
	input: attachmentIdSchema,
	subject: attachmentOfInput,
	allow: maySend,
	run: async ({ actor, subject: { attachment } }) => ({
		municipalityId: municipalityOf(actor),
		id: attachment.id,
		size: attachment.size,
		state: attachment.state,
	}),
});
