import { eraseEvidence, textsOfEvidence, type Erasing } from '#features/evidence/erase.server.ts';
import { blotFrozenReports } from '#features/report/blot-frozen.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { eraseMail } from './erase-mail.server.ts';

/** What every room that keeps something of a piece of evidence does when that is erased, before its row says nothing. */
type Eraser = (tx: Tx, erasing: Erasing, texts: readonly string[]) => Promise<unknown>;

/** The rooms' lists, in the order in which they are carried out. */
const erasers: readonly Eraser[] = [
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
