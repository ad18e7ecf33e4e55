import { storeApproach } from '#features/execution/approach.write.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Decide } from './step.schema.ts';

type Decided = Pick<
	Decide,
	'kind' | 'participantId' | 'approachId' | 'approachTitle' | 'agendaItemId'
>;

/**
 * The approach that a signal becomes: one that stands in the plan, one that is put there now as a draft, or none yet. Of
 * the signal itself nothing but the agreed title goes into it: the plan may be public and the signal is not. They find
 * each other by the step (`signal.ofApproach`). Throws `unknown` with `agendaItemIds` as `approach.add` does.
 */
export async function approachOf(
	tx: Tx,
	actor: Actor,
	trajectoryId: string,
	{ kind, participantId, approachId, approachTitle, agendaItemId }: Decided,
	at: Date,
): Promise<string | null> {
	if (kind !== 'project') return null;
	if (approachTitle === '' || agendaItemId === null) return approachId;
	const municipalityId = municipalityOf(actor);
	const leader = (await readParticipants(tx, { municipalityId, trajectoryId })).find(
		({ id }) => id === participantId,
	);
	const id = newId();
	await storeApproach(
		tx,
		{ municipalityId, id, trajectoryId, createdBy: writerOf(actor), at },
		{
			...{ kind: 'project', title: approachTitle, text: '', intendedResult: '' },
			...{ agendaItemIds: [agendaItemId], takingPartIds: [], starts: null, ends: null },
			...{ indicator: '', baseline: '', target: '', indicatorSource: '' },
			responsibleId: leader?.organisationId ?? null,
		},
	);
	return id;
}
