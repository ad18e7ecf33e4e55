import type { Updateable } from 'kysely';
import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Touched } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { Finding } from '#server/database/schema.ts';
import { writerName } from './writer.server.ts';

export interface FindingSubject extends TrajectoryAccess {
	finding: {
		id: string;
		kind: string;
		signalKind: string | null;
		themes: string[];
		version: number;
		withdrawnAt: Date | null;
		/** Whether its sources are those of the findings grouped in it. */
		isGroup: boolean;
		/** The group it stands in. */
		groupedInto: string | null;
	};
}

/** For commands and queries about one finding: the finding, and what the actor is in its trajectory. */
export async function accessOfFinding(
	reader: Reader,
	{ findingId }: { findingId: string },
	actor: Actor,
): Promise<FindingSubject> {
	const row = await reader
		.selectFrom('finding')
		.select(['id', 'kind', 'signal_kind as signalKind', 'themes', 'version', 'trajectory_id'])
		.select(['withdrawn_at as withdrawnAt', 'is_group as isGroup', 'grouped_into as groupedInto'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', findingId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { trajectory_id, ...finding } = row;
	return { ...(await loadAccess(reader, trajectory_id, actor)), finding };
}

/**
 * Changes a finding that still has the version its writer read; gives the new version.
 * Throws `changed_meanwhile` with what stands there now.
 */
export async function updateFinding(
	{ tx, actor, clock }: { tx: Tx; actor: Actor; clock: Clock },
	{ findingId, version }: { findingId: string; version: number },
	values: Updateable<Finding>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id: findingId, version };
	const written = { ...values, changed_by: writerOf(actor), changed_at: clock.now() };
	return changeRow(tx, 'finding', row, written, {
		current: () => currentFinding(tx, row.municipalityId, findingId),
		// Taking back and putting back come through here too.
		evenWithdrawn: true,
	});
}

/** What stands there now, and who wrote it: what a second writer needs to merge. */
function currentFinding(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('finding as f')
		.select(['f.version', 'f.text', 'f.kind', 'f.signal_kind as signalKind', 'f.themes'])
		.select(['f.changed_at as changedAt', 'f.withdrawn_at as withdrawnAt'])
		.select(writerName('f.changed_by').as('changedBy'))
		.where('f.municipality_id', '=', municipalityId)
		.where('f.id', '=', id)
		.executeTakeFirst();
}

/** Refuses to work on what was withdrawn; restoring comes first. */
export function refuseWithdrawn(withdrawnAt: Date | null): void {
	if (withdrawnAt) throw new Failure('withdrawn', 409);
}

/** For whoever has the form open: these findings show a change. */
export function findingsTouched(...ids: (string | null)[]): Touched[] {
	return [...new Set(ids)].flatMap((id) => (id === null ? [] : [{ thing: 'finding', id }]));
}
