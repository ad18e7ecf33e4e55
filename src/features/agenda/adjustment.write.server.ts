import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import { agendaItemsOf, type AgendaItem } from './agenda-item.queries.server.ts';
import { nextPosition } from './agenda-item.write.server.ts';
import { choicesOfRound, type AdjustmentChoice } from './adjustment.server.ts';
import { openChoices } from './adjustment.ts';

/** What policies and commands look at: the trajectory, and the round. */
export interface RoundSubject extends TrajectoryAccess {
	round: { id: string; year: number; isCarriedOut: boolean; isWithdrawn: boolean };
}

/** For commands and queries whose input names the round. */
export async function accessOfRound(
	reader: Reader,
	{ adjustmentRoundId }: { adjustmentRoundId: string },
	actor: Actor,
): Promise<RoundSubject> {
	const row = await reader
		.selectFrom('adjustment_round')
		.select(['id', 'year', 'trajectory_id', 'carried_out_at', 'withdrawn_at'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', adjustmentRoundId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const access = await loadAccess(reader, row.trajectory_id, actor);
	const { id, year } = row;
	const isCarriedOut = row.carried_out_at !== null;
	return { ...access, round: { id, year, isCarriedOut, isWithdrawn: row.withdrawn_at !== null } };
}

/** The round of a choice, for commands whose input names the choice only. */
export async function accessOfChoice(
	reader: Reader,
	{ adjustmentChoiceId }: { adjustmentChoiceId: string },
	actor: Actor,
): Promise<RoundSubject> {
	const row = await reader
		.selectFrom('adjustment_choice')
		.select('adjustment_round_id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', adjustmentChoiceId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return accessOfRound(reader, { adjustmentRoundId: row.adjustment_round_id }, actor);
}

/** A round that was carried out is history; one that was withdrawn has to be put back first. */
export function refuseClosed({ round }: RoundSubject): void {
	if (round.isCarriedOut) throw new Failure('adjustment.carried_out', 409);
	if (round.isWithdrawn) throw new Failure('withdrawn', 409);
}

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: RoundSubject;
}

/**
 * Makes the agenda what was chosen: new versions of what changes, ended items with their reason, new items at the end.
 * Throws `adjustment.not_complete` while an item has no choice, or was rewritten since it was chosen how it would read.
 */
export async function carryOut(context: Context): Promise<number> {
	const { tx, actor, subject } = context;
	const municipalityId = municipalityOf(actor);
	const items = await agendaItemsOf(tx, municipalityId, subject.trajectoryId);
	const choices = await choicesOfRound(tx, municipalityId, subject.round.id);
	if (openChoices(items, choices).length > 0) throw new Failure('adjustment.not_complete', 409);
	const byId = new Map(items.map((item) => [item.id, item]));
	for (const choice of choices) {
		const item = choice.agendaItemId === null ? null : byId.get(choice.agendaItemId);
		if (item === undefined) continue;
		const done = item ? await changeTo(context, item, choice) : await addNew(context, choice);
		await tx
			.updateTable('adjustment_choice')
			.set({
				agenda_item_id: done.id,
				from_version: item?.version ?? null,
				to_version: done.version,
			})
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', choice.id)
			.execute();
	}
	return choices.length;
}

async function changeTo(
	{ tx, actor, clock, subject }: Context,
	item: AgendaItem,
	choice: AdjustmentChoice,
): Promise<{ id: string; version: number }> {
	const { id, version } = item;
	if (choice.choice === 'kept') return { id, version };
	const values =
		choice.choice === 'changed'
			? { title: choice.title, text: choice.text }
			: { ended_year: subject.round.year, ended_reason: choice.reason };
	return changeRow(
		tx,
		'agenda_item',
		{ municipalityId: municipalityOf(actor), id, version },
		{ ...values, changed_by: writerOf(actor), changed_at: clock.now() },
		{ current: async () => item },
	);
}

async function addNew(
	{ tx, actor, clock, subject }: Context,
	{ title, text, reason }: AdjustmentChoice,
): Promise<{ id: string; version: number }> {
	const municipality_id = municipalityOf(actor);
	const id = newId();
	await tx
		.insertInto('agenda_item')
		.values({
			municipality_id,
			id,
			trajectory_id: subject.trajectoryId,
			title,
			text,
			without_finding_reason: reason,
			position: await nextPosition(tx, municipality_id, subject.trajectoryId),
			begins_year: subject.round.year,
			created_by: writerOf(actor),
			created_at: clock.now(),
		})
		.execute();
	return { id, version: 1 };
}
