import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { showCount, type ShownCount } from '#statistics/disclosure.ts';
import { reactionKinds, type ReactionKind } from '#features/evidence/reaction-kind.ts';

/** How many residents said each thing of a sentence, as it may be shown: never as a total, and never as votes. */
export type ReactionCounts = Record<ReactionKind, ShownCount>;

/**
 * What counts of each of these sentences, through the gate. No sum goes along: of numbers that are each rounded by
 * themselves nothing can be subtracted.
 */
export async function reactionCounts(
	reader: Reader,
	sentenceIds: string[],
): Promise<Map<string, ReactionCounts>> {
	const { rows } = await sql<{ sentence_id: string; kind: string; count: number }>`
		SELECT * FROM count_reactions(${sentenceIds}::uuid[])`.execute(reader);
	return new Map(
		sentenceIds.map((id) => {
			const counted = (kind: ReactionKind) =>
				rows.find((row) => row.sentence_id === id && row.kind === kind)?.count ?? 0;
			const entries = reactionKinds.map((kind) => [kind, showCount(counted(kind))] as const);
			return [id, Object.fromEntries(entries) as ReactionCounts];
		}),
	);
}
