import { blot } from '#features/lifeworld/blot.ts';
import type { Tx } from '#server/database/handles.ts';

/** What was said of these signals in their course: why, what was found, to whom. */
export async function textsOfCourse(
	tx: Tx,
	municipalityId: string,
	signalIds: string[],
): Promise<string[]> {
	if (signalIds.length === 0) return [];
	const steps = await tx
		.selectFrom('signal_step')
		.select('text')
		.where('municipality_id', '=', municipalityId)
		.where('signal_id', 'in', signalIds)
		.where('text', '<>', '')
		.execute();
	return steps.map(({ text }) => text);
}

/** Erases those; that the steps were taken, when and by which organisation, stays. Needs a transaction that clears. */
export async function eraseCourse(
	tx: Tx,
	municipalityId: string,
	signalIds: string[],
): Promise<void> {
	if (signalIds.length === 0) return;
	await tx
		.updateTable('signal_step')
		.set({ text: blot })
		.where('municipality_id', '=', municipalityId)
		.where('signal_id', 'in', signalIds)
		.where('text', '<>', '')
		.execute();
}
