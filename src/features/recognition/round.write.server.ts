import type { Updateable } from 'kysely';
import { loadAccessOfRow, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { RecognitionRound } from '#server/database/schema.ts';

/** For commands whose input names the round. Throws `not_found` when it is not there for this actor. */
export const accessOfRound = (
	reader: Reader,
	{ recognitionRoundId }: { recognitionRoundId: string },
	actor: Actor,
): Promise<TrajectoryAccess> =>
	loadAccessOfRow(reader, 'recognition_round', recognitionRoundId, actor);

/** Changes columns of a round that still has the version its writer read. */
export function replaceRound(
	tx: Tx,
	actor: Actor,
	{ recognitionRoundId: id, version }: { recognitionRoundId: string; version: number },
	values: Updateable<RecognitionRound>,
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	return changeRow(tx, 'recognition_round', { municipalityId, id, version }, values, {
		current: () =>
			tx
				.selectFrom('recognition_round')
				.select(['version', 'introduction', 'introduction_en as introductionEn'])
				.select(['opens_on as opensOn', 'closes_on as closesOn'])
				.where('municipality_id', '=', municipalityId)
				.where('id', '=', id)
				.executeTakeFirst(),
	});
}
