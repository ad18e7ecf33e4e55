import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { attachmentRows, toAttachment, type Attachment } from './attachments.server.ts';
import { readSecond, waitingOfInput, type WaitingEvidence } from './second-reading.server.ts';

/** Attachments that came in whole and stand: all that a second reader looks at. */
function standing(reader: Reader, actor: Actor) {
	return attachmentRows(reader, actor)
		.where('state', '=', 'stored')
		.where('withdrawn_at', 'is', null);
}

/**
 * The photos and files of sources that wait, by source, in the order they came. Only between `readSecond(reader, true)` and
 * `readSecond(reader, false)`: an attachment shows to whoever sees its source.
 */
export async function attachmentsOfWaiting(
	reader: Reader,
	actor: Actor,
	evidenceIds: string[],
): Promise<Map<string, Attachment[]>> {
	if (evidenceIds.length === 0) return new Map();
	const rows = await standing(reader, actor)
		.where('evidence_id', 'in', evidenceIds)
		.orderBy('id')
		.execute();
	const lines = rows.map((row): Attachment => {
		const { createdBy: _, isWithdrawn: __, ...line } = toAttachment(row);
		return line;
	});
	return Map.groupBy(lines, ({ evidenceId }) => evidenceId);
}

/** One of them, by its id. Throws `not_found` when its source does not wait for a second reader. */
export async function waitingAttachment(
	reader: Reader,
	{ attachmentId }: { attachmentId: string },
	actor: Actor,
): Promise<WaitingEvidence & { attachment: Attachment }> {
	await readSecond(reader, true);
	const row = await standing(reader, actor).where('id', '=', attachmentId).executeTakeFirst();
	if (!row) throw notFound();
	const subject = await waitingOfInput(reader, row, actor);
	await readSecond(reader, false);
	return { ...subject, attachment: toAttachment(row) };
}
