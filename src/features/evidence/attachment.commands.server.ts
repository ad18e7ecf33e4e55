import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { checkFile, sha256Of } from '#server/files/check-file.server.ts';
import { FileError } from '#server/files/file-error.ts';
import { bytesThere, placeOfPieces } from '#server/files/pieces.server.ts';
import { keepFiles } from '#server/files/store.server.ts';
import { addJob } from '#server/jobs.server.ts';
import { largest, mostComing, mostOfOne } from '#ui/photo/limits.ts';
import { dropPiecesTask } from './attachment-files.server.ts';
import { mayAttach, mayChangeAttachment, maySend } from './attachment.policy.ts';
import { readAttachedToo } from './attached-care.server.ts';
import {
	attachmentIdSchema,
	beginAttachmentSchema,
	changeAttachmentSchema,
	restoreAttachmentSchema,
	withdrawAttachmentSchema,
} from './attachment.schema.ts';
import { attachmentOfInput, type LoadedAttachment } from './attachments.server.ts';
import { endClearing, startClearing } from './clearing.server.ts';
import { eraseAttachments } from './erase-attachments.server.ts';
import { evidenceOfInput } from './record.server.ts';

export const beginAttachment = command({
	name: 'attachment.begin',
	summary:
		'Announces a photo or file for a source; its bytes follow in pieces. The Idempotency-Key becomes its id.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/bijlagen' },
	input: beginAttachmentSchema,
	subject: evidenceOfInput,
	allow: mayAttach,
	async run({ tx, actor, clock, subject, requestId }, { evidenceId, ...announced }) {
		if (subject.evidence.isWithdrawn) throw new Failure('withdrawn', 409);
		const most = largest[announced.kind];
		if (announced.size > most) throw invalidField('size', 'too_high', { limit: most });
		if (actor.kind !== 'member') throw new Failure('role_not_allowed', 403);
		await checkRoom(tx, actor, evidenceId);
		const { size, sha256 } = announced;
		await tx
			.insertInto('attachment')
			.values({
				municipality_id: actor.municipalityId,
				id: requestId,
				trajectory_id: subject.trajectoryId,
				evidence_id: evidenceId,
				...announced,
				organisation_id: actor.organisationId,
				created_by: actor.membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId, state: 'coming', size, sha256 };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: ({ evidenceId }) => [{ thing: 'evidence', id: evidenceId }],
});

export const finishAttachment = command({
	name: 'attachment.finish',
	summary:
		'Checks what came in of a photo or file, makes a photo anew without metadata, and stores it. May be repeated.',
	http: { method: 'POST', path: '/bijlagen/{attachmentId}/afronding' },
	input: attachmentIdSchema,
	subject: attachmentOfInput,
	allow: maySend,
	async run({ tx, actor, clock, subject }) {
		const { attachment, evidence } = subject;
		const { id, size, sha256 } = attachment;
		const answer = { id, state: 'stored', size, sha256 };
		if (attachment.state === 'stored') return answer;
		if (attachment.state === 'erased') throw new Failure('attachment.gone', 409);
		if (evidence.isWithdrawn) throw new Failure('withdrawn', 409);
		const municipalityId = municipalityOf(actor);
		const { files, ...found } = await checkedPieces(municipalityId, attachment);
		await keepFiles(municipalityId, id, files);
		await tx
			.updateTable('attachment')
			.set({
				state: 'stored',
				media_type: found.mediaType,
				width: found.width,
				height: found.height,
				stored_at: clock.now(),
			})
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', id)
			.where('state', '=', 'coming')
			.execute();
		await readAttachedToo(tx, actor, subject, attachment.description);
		// Only once this is committed: until then the pieces are all there is.
		await addJob(tx, dropPiecesTask, { municipalityId, id }, `${dropPiecesTask} ${id}`);
		return answer;
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, subject) => [{ thing: 'evidence', id: subject.evidence.id }],
});

export const changeAttachment = command({
	name: 'attachment.change',
	summary: 'Changes what is said of a photo or file: what is on it, and who agreed to what.',
	http: { method: 'PATCH', path: '/bijlagen/{attachmentId}' },
	input: changeAttachmentSchema,
	subject: attachmentOfInput,
	allow: mayChangeAttachment,
	run: async ({ tx, actor, subject }, { attachmentId: id, version, ...values }) => {
		checkThere(subject);
		const row = { municipalityId: municipalityOf(actor), id, version };
		const changed = await changeRow(tx, 'attachment', row, values, {
			current: () => currentOf(tx, actor, id),
		});
		await readAttachedToo(tx, actor, subject, values.description);
		return changed;
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, subject) => [{ thing: 'evidence', id: subject.evidence.id }],
});

export const withdrawAttachment = command({
	name: 'attachment.withdraw',
	summary: 'Takes a photo or file away from its source, with a reason; it can be put back.',
	http: { method: 'POST', path: '/bijlagen/{attachmentId}/intrekking' },
	input: withdrawAttachmentSchema,
	subject: attachmentOfInput,
	allow: mayChangeAttachment,
	run: ({ tx, actor, clock, subject }, { attachmentId: id, version, reason }) => {
		checkThere(subject);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return withdrawRow(tx, 'attachment', row, reason, clock.now());
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, subject) => [{ thing: 'evidence', id: subject.evidence.id }],
});

export const restoreAttachment = command({
	name: 'attachment.restore',
	summary: 'Puts a photo or file back that was taken away.',
	http: { method: 'POST', path: '/bijlagen/{attachmentId}/herstel' },
	input: restoreAttachmentSchema,
	subject: attachmentOfInput,
	allow: mayChangeAttachment,
	run: async ({ tx, actor, subject }, { attachmentId: id, version }) => {
		checkThere(subject);
		const row = { municipalityId: municipalityOf(actor), id, version };
		const restored = await restoreRow(tx, 'attachment', row);
		await readAttachedToo(tx, actor, subject, subject.attachment.description);
		return restored;
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, subject) => [{ thing: 'evidence', id: subject.evidence.id }],
});

export const eraseAttachment = command({
	name: 'attachment.erase',
	summary:
		'Removes a photo or file for good: its bytes and what was said of it. There is no way back.',
	http: { method: 'DELETE', path: '/bijlagen/{attachmentId}' },
	input: attachmentIdSchema,
	subject: attachmentOfInput,
	allow: mayChangeAttachment,
	async run({ tx, actor, clock }, { attachmentId: id }) {
		await startClearing(tx);
		await eraseAttachments(tx, municipalityOf(actor), { ids: [id] }, clock.now());
		await endClearing(tx);
		return { id };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, subject) => [{ thing: 'evidence', id: subject.evidence.id }],
});

/** Throws when a source has enough, or somebody announced more than they send. */
async function checkRoom(reader: Reader, actor: Actor, evidenceId: string): Promise<void> {
	const { ofEvidence, coming } = await reader
		.selectFrom('attachment')
		.select((eb) => [
			eb.fn
				.countAll<number>()
				.filterWhere('evidence_id', '=', evidenceId)
				.filterWhere('state', '<>', 'erased')
				.as('ofEvidence'),
			eb.fn
				.countAll<number>()
				.filterWhere('created_by', '=', writerOf(actor))
				.filterWhere('state', '=', 'coming')
				.as('coming'),
		])
		.where('municipality_id', '=', actor.municipalityId)
		.where((or) =>
			or('evidence_id', '=', evidenceId).or(
				or('created_by', '=', writerOf(actor)).and('state', '=', 'coming'),
			),
		)
		.executeTakeFirstOrThrow();
	if (ofEvidence >= mostOfOne)
		throw new Failure('attachment.too_many', 409, { params: { limit: mostOfOne } });
	if (coming >= mostComing) throw new Failure('attachment.too_many_coming', 409);
}

async function checkedPieces(
	municipalityId: string,
	{ id, size, sha256 }: LoadedAttachment['attachment'],
) {
	const place = placeOfPieces(municipalityId, id);
	const offset = await bytesThere(place);
	if (offset < size) throw new Failure('attachment.incomplete', 409, { data: { offset } });
	if ((await sha256Of(place)) !== sha256) throw new Failure('attachment.checksum', 422);
	try {
		return await checkFile(place);
	} catch (error) {
		if (error instanceof FileError) throw new Failure(`attachment.${error.problem}`, 422);
		throw error;
	}
}

/** What was erased is not there any more. */
function checkThere({ attachment }: LoadedAttachment): void {
	if (attachment.state === 'erased') throw notFound();
}

async function currentOf(tx: Tx, actor: Actor, id: string) {
	return tx
		.selectFrom('attachment')
		.select(['version', 'consent', 'description'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
