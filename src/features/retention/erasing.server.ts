import { eraseAttachments } from '#features/evidence/erase-attachments.server.ts';
import {
	eraseEvidence,
	lookedFor,
	textsOfEvidence,
	type Erasing,
} from '#features/evidence/erase.server.ts';
import { eraseTalks, textsOfTalks } from '#features/lifeworld/erase-talks.server.ts';
import { eraseReactions } from '#features/recognition/erase-reactions.server.ts';
import { blotFrozenReports } from '#features/report/blot-frozen.server.ts';
import { eraseCourse, textsOfCourse } from '#features/signals/erase-course.server.ts';
import { blotMinutes } from '#features/signals/erase-minutes.server.ts';
import { erasePosts } from '#features/signals/erase-posts.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { eraseMail } from './erase-mail.server.ts';

/** What every room that keeps something of a piece of evidence does when that is erased, before its row says nothing. */
type Eraser = (tx: Tx, erasing: Erasing, texts: readonly string[]) => Promise<unknown>;

/** The rooms' lists, in the order in which they are carried out. */
const erasers: readonly Eraser[] = [
	(tx, { municipalityId, ids, at }) =>
		eraseAttachments(tx, municipalityId, { evidenceIds: ids }, at),
	eraseTalks,
	(tx, { municipalityId, ids }) => erasePosts(tx, municipalityId, { signalIds: ids }),
	(tx, { municipalityId, ids }) => eraseCourse(tx, municipalityId, ids),
	(tx, { municipalityId, ids }) => eraseReactions(tx, municipalityId, { evidenceIds: ids }),
	(tx, { municipalityId }, texts) => blotMinutes(tx, municipalityId, texts),
	(tx, { municipalityId }, texts) => blotFrozenReports(tx, municipalityId, texts),
	(tx, { municipalityId }, texts) => eraseMail(tx, municipalityId, texts),
];

/**
 * Erases pieces of evidence for good: what they say, their former versions, and what other rooms keep of them. Needs a
 * transaction that clears (clearing.server.ts). Gives how many there were.
 */
export async function eraseForGood(tx: Tx, erasing: Erasing): Promise<number> {
	const texts = lookedFor([
		...(await textsOfEvidence(tx, erasing)),
		...(await textsOfTalks(tx, erasing)),
		...(await textsOfCourse(tx, erasing.municipalityId, erasing.ids)),
	]);
	for (const erase of erasers) await erase(tx, erasing, texts);
	return eraseEvidence(tx, erasing);
}
