import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Meaning } from './note-marks.ts';
import type { Stretch } from './passage.ts';

/** A passage that is to be marked. */
export interface NewPassage extends Stretch, Meaning {
	id: string;
	/** Its words as they stand there. */
	text: string;
}

interface MarkedIn {
	trajectoryId: string;
	evidenceId: string;
	/** The version of the source that was read. */
	version: number;
	at: Date;
}

/** Stores marked passages of one source. */
export async function storePassages(
	tx: Tx,
	actor: Actor,
	{ trajectoryId, evidenceId, version, at }: MarkedIn,
	passages: readonly NewPassage[],
): Promise<void> {
	if (passages.length === 0) return;
	await tx
		.insertInto('passage')
		.values(
			passages.map(({ id, part, start, end, text, ...meaning }) => ({
				municipality_id: municipalityOf(actor),
				id,
				trajectory_id: trajectoryId,
				evidence_id: evidenceId,
				part,
				start_at: start,
				end_at: end,
				text,
				evidence_version: version,
				...meaningColumns(meaning),
				created_by: writerOf(actor),
				created_at: at,
			})),
		)
		.execute();
}

/** A mark that says nothing helps nobody. */
export function refuseMeaningless({ themes, side, isQuote }: Meaning): void {
	if (themes.length === 0 && side === null && !isQuote) throw invalidField('themes', 'no_meaning');
}

export function meaningColumns({ themes, side, isQuote }: Meaning) {
	return { themes, side, is_quote: isQuote };
}
