import { eraseAttachments } from '#features/evidence/erase-attachments.server.ts';
import { eraseEvidence, textsOfEvidence, type Erasing } from '#features/evidence/erase.server.ts';
import { eraseTalks } from '#features/lifeworld/erase-talks.server.ts';
import { eraseReactions } from '#features/recognition/erase-reactions.server.ts';
import { blotFrozenReports } from '#features/report/blot-frozen.server.ts';
import { erasePosts } from '#features/signals/erase-posts.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { eraseMail } from './erase-mail.server.ts';

/** What every room that keeps something of a piece of evidence does when that is erased, before its row says nothing. */
type Eraser = (tx: Tx, erasing: Erasing, texts: readonly string[]) => Promise<unknown>;

/** The rooms' lists, in the order in which they are carried out. */
const erasers: readonly Eraser[] = [
	eraseFiles,
	eraseTalks,
	(tx, { municipalityId, ids }) => erasePosts(tx, municipalityId, { signalIds: ids }),
	(tx, { municipalityId, ids }) => eraseReactions(tx, municipalityId, ids),
	(tx, { municipalityId }, texts) => blotFrozenReports(tx, municipalityId, texts),
	(tx, { municipalityId }, texts) => eraseMail(tx, municipalityId, texts),
];

/**
 * Erases pieces of evidence for good: what they say, their former versions, and what other rooms keep of them. Needs a
 * transaction that clears (clearing.server.ts). Gives how many there were.
 */
export async function eraseForGood(tx: Tx, erasing: Erasing): Promise<number> {
	const texts = await textsOfEvidence(tx, erasing);
	for (const erase of erasers) await erase(tx, erasing, texts);
	return eraseEvidence(tx, erasing);
}

/** The files that belong to it, what was said of them, and their former versions. */
async function eraseFiles(tx: Tx, { municipalityId, ids, at }: Erasing): Promise<void> {
	if (ids.length === 0) return;
	const erased = await eraseAttachments(tx, municipalityId, { evidenceIds: ids }, at);
	if (erased.length === 0) return;
	await tx
		.deleteFrom('kept_version')
		.where('municipality_id', '=', municipalityId)
		.where('table_name', '=', 'attachment')
		.where('id', 'in', erased)
		.execute();
}
