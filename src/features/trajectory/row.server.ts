import { changedMeanwhile, notFound } from '#kernel/failure.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';

/** The key of a row of this actor's municipality, as the commands of a trajectory use it. */
export function keyOf(actor: Actor, id: string): { municipality_id: string; id: string } {
	return { municipality_id: municipalityOf(actor), id };
}

/** Refuses when the row is not there, or when somebody changed it since the writer read it. */
export function sameVersion<Row extends { version: number }>(
	row: Row | undefined,
	version: number,
): Row {
	if (!row) throw notFound();
	if (row.version !== version) throw changedMeanwhile(row);
	return row;
}
