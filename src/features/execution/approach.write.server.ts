import { readOrganisations } from '#features/accounts/organisation.queries.server.ts';
import { agendaItemsOf } from '#features/agenda/agenda-item.queries.server.ts';
import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { invalid, type FieldProblem } from '#kernel/failure.ts';
import { endsBeforeStart } from '#kernel/rough-day.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import type { ApproachContent } from './approach.schema.ts';

/** For commands and queries whose input names the approach. */
export function accessOfApproach(
	reader: Reader,
	{ approachId }: { approachId: string },
	actor: Actor,
) {
	return loadAccessOfRow(reader, 'approach', approachId, actor);
}

/** Refuses, all at once, what only the database knows to be wrong with an approach. */
export async function checkApproach(
	tx: Tx,
	municipalityId: string,
	trajectoryId: string,
	input: ApproachContent,
): Promise<void> {
	const problems: FieldProblem[] = [];
	const items = await agendaItemsOf(tx, municipalityId, trajectoryId, { withWithdrawn: true });
	const organisations = await readOrganisations(tx, municipalityId);
	const refuseUnknown = (path: string, known: { id: string }[], ids: readonly string[]) => {
		if (!ids.every((id) => known.some((one) => one.id === id)))
			problems.push({ path, code: 'unknown' });
	};
	refuseUnknown('agendaItemIds', items, input.agendaItemIds);
	refuseUnknown('responsibleId', organisations, input.responsibleId ? [input.responsibleId] : []);
	refuseUnknown('takingPartIds', organisations, input.takingPartIds);
	if (endsBeforeStart(input.starts, input.ends))
		problems.push({ path: 'ends', code: 'end_before_start' });
	if (problems.length > 0) throw invalid(problems);
}

/** An approach that is added to the plan, with who adds it and when. */
interface NewApproach {
	municipalityId: string;
	id: string;
	trajectoryId: string;
	createdBy: string | null;
	at: Date;
}

/** Adds an approach to the plan. Throws `input.invalid` for what `checkApproach` refuses. */
export async function storeApproach(
	tx: Tx,
	{ municipalityId, id, trajectoryId, createdBy, at }: NewApproach,
	input: ApproachContent,
): Promise<void> {
	await checkApproach(tx, municipalityId, trajectoryId, input);
	await tx
		.insertInto('approach')
		.values({
			municipality_id: municipalityId,
			id,
			trajectory_id: trajectoryId,
			...columnsOf(input),
			created_by: createdBy,
			created_at: at,
		})
		.execute();
	await linkApproach(tx, municipalityId, id, input);
}

/** The approach's own columns. */
export function columnsOf(input: ApproachContent) {
	return {
		kind: input.kind,
		title: input.title,
		text: input.text,
		intended_result: input.intendedResult,
		responsible_organisation_id: input.responsibleId,
		starts_on: input.starts?.on ?? null,
		starts_precision: input.starts?.precision ?? 'day',
		ends_on: input.ends?.on ?? null,
		ends_precision: input.ends?.precision ?? 'day',
		indicator: input.indicator,
		baseline: input.baseline,
		target: input.target,
		indicator_source: input.indicatorSource,
	};
}

/** Sets which agenda items an approach serves and who takes part in it. */
export async function linkApproach(
	tx: Tx,
	municipality_id: string,
	approach_id: string,
	input: Pick<ApproachContent, 'agendaItemIds' | 'takingPartIds' | 'responsibleId'>,
): Promise<void> {
	for (const table of ['approach_agenda_item', 'approach_organisation'] as const)
		await tx
			.deleteFrom(table)
			.where('municipality_id', '=', municipality_id)
			.where('approach_id', '=', approach_id)
			.execute();
	const key = { municipality_id, approach_id };
	await tx
		.insertInto('approach_agenda_item')
		.values([...new Set(input.agendaItemIds)].map((agenda_item_id) => ({ ...key, agenda_item_id })))
		.execute();
	// Who is responsible takes part by being so.
	const others = [...new Set(input.takingPartIds)].filter((one) => one !== input.responsibleId);
	if (others.length === 0) return;
	await tx
		.insertInto('approach_organisation')
		.values(others.map((organisation_id) => ({ ...key, organisation_id })))
		.execute();
}
