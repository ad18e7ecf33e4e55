import type { Tx } from '#server/database/handles.ts';
import { addJob } from '#server/jobs.server.ts';

/** The name of the job for what is computed from figures: rooms that come later than the figures themselves do it. */
export const figuresChangedTask = 'figures_changed';

/**
 * Tells that figures of a municipality came, went or were replaced, so that what is computed from them is computed again:
 * once, after the transaction, however often it was told meanwhile.
 */
export async function tellFiguresChanged(tx: Tx, municipalityId: string): Promise<void> {
	await addJob(
		tx,
		figuresChangedTask,
		{ municipalityId },
		`${figuresChangedTask} ${municipalityId}`,
	);
}
