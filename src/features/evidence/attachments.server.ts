import type { Actor } from '#kernel/actor.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { storedFile, type StoredName } from '#server/files/store.server.ts';
import type { AttachmentKind, Consent } from '#ui/photo/chosen-photo.ts';
import type { AttachmentSubject } from './attachment.policy.ts';
import { evidenceOfInput, type LoadedEvidence } from './record.server.ts';

export type AttachmentState = 'coming' | 'stored' | 'erased';

/** A photo or file of a piece of evidence. */
export interface Attachment {
	id: string;
	evidenceId: string;
	kind: AttachmentKind;
	state: AttachmentState;
	/** Found in the content; '' as long as it is coming. */
	mediaType: string;
	/** Pixels of a picture at its largest. */
	width: number | null;
	height: number | null;
	/** Bytes and checksum of what was sent. */
	size: number;
	sha256: string;
	consent: Consent;
	description: string;
	createdAt: Date;
	withdrawnAt: Date | null;
	withdrawnReason: string;
	version: number;
}

/** Attachments of the municipality that row-level security shows. */
export function attachmentRows(reader: Reader, actor: Actor) {
	return reader
		.selectFrom('attachment')
		.select(['id', 'size', 'sha256', 'width', 'height', 'description', 'version'])
		.select((eb) => [
			eb.ref('kind').$castTo<AttachmentKind>().as('kind'),
			eb.ref('state').$castTo<AttachmentState>().as('state'),
			eb.ref('consent').$castTo<Consent>().as('consent'),
		])
		.select([
			'evidence_id as evidenceId',
			'media_type as mediaType',
			'created_by as createdBy',
			'created_at as createdAt',
			'withdrawn_at as withdrawnAt',
			'withdrawn_reason as withdrawnReason',
		])
		.where('municipality_id', '=', actor.municipalityId);
}

export type LoadedAttachment = LoadedEvidence &
	AttachmentSubject & { attachment: Attachment & { createdBy: string | null } };

/** For commands and queries whose input names the attachment. Throws `not_found` when it is not there for this actor. */
export async function attachmentOfInput(
	reader: Reader,
	{ attachmentId }: { attachmentId: string },
	actor: Actor,
): Promise<LoadedAttachment> {
	const row = await attachmentRows(reader, actor).where('id', '=', attachmentId).executeTakeFirst();
	if (!row) throw notFound();
	const subject = await evidenceOfInput(reader, row, actor);
	return { ...subject, attachment: toAttachment(row) };
}

/** A row as it is given on. `size` comes as text: a bigint. */
export function toAttachment<Row extends { size: unknown; withdrawnAt: Date | null }>(row: Row) {
	return { ...row, size: Number(row.size), isWithdrawn: row.withdrawnAt !== null };
}

/**
 * Where the bytes of a stored attachment lie, in one of the sizes it is kept in. Throws `not_found` for one that is not
 * stored, and `attachment.gone` where the disk does not have them.
 */
export async function fileOf(municipalityId: string, attachment: Attachment, name: StoredName) {
	if (attachment.state !== 'stored') throw notFound();
	const file = await storedFile(municipalityId, attachment.id, name);
	if (!file) throw new Failure('attachment.gone', 409);
	return { ...file, kind: attachment.kind, mediaType: attachment.mediaType };
}

/** A photo as a list shows it. */
export interface Cover {
	id: string;
	description: string;
}

/** The first photo of each of these pieces of evidence, by its id. Row-level security leaves out what the public may not see. */
export async function photosOf(
	reader: Reader,
	actor: Actor,
	evidenceIds: string[],
): Promise<Map<string, Cover>> {
	if (evidenceIds.length === 0) return new Map();
	const rows = await reader
		.selectFrom('attachment')
		.distinctOn('evidence_id')
		.select(['evidence_id', 'id', 'description'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('evidence_id', 'in', evidenceIds)
		.where('state', '=', 'stored')
		.where('media_type', '=', 'image/webp')
		.where('withdrawn_at', 'is', null)
		.orderBy('evidence_id')
		.orderBy('id')
		.execute();
	return new Map(
		rows.map(({ evidence_id, id, description }) => [evidence_id, { id, description }]),
	);
}
