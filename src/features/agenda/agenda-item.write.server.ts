import { sql } from 'kysely';
import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';

interface Key {
	municipality_id: string;
	trajectoryId: string;
	id: string;
}

interface Change {
	agendaItemId: string;
	version: number;
	title: string;
	text: string;
	findingIds: string[];
	withoutFindingReason: string;
}

/** For commands and queries whose input names the agenda item. */
export function accessOfAgendaItem(
	reader: Reader,
	{ agendaItemId }: { agendaItemId: string },
	actor: Actor,
) {
	return loadAccessOfRow(reader, 'agenda_item', agendaItemId, actor);
}

/** Writes an item's new text and findings; throws `changed_meanwhile` with what stands there, or `withdrawn`. */
export async function changeItem(
	{ tx, actor, clock }: { tx: Tx; actor: Actor; clock: Clock },
	trajectoryId: string,
	input: Change,
) {
	const municipality_id = municipalityOf(actor);
	const { agendaItemId: id, title, text, findingIds, version } = input;
	const changed = await changeRow(
		tx,
		'agenda_item',
		{ municipalityId: municipality_id, id, version },
		{
			title,
			text,
			without_finding_reason: findingIds.length > 0 ? '' : input.withoutFindingReason,
			changed_by: writerOf(actor),
			changed_at: clock.now(),
		},
		{ current: () => currentItem(tx, municipality_id, id) },
	);
	await tx
		.deleteFrom('agenda_item_finding')
		.where('municipality_id', '=', municipality_id)
		.where('agenda_item_id', '=', id)
		.execute();
	await linkFindings(tx, { municipality_id, trajectoryId, id }, findingIds);
	return changed;
}

function currentItem(tx: Tx, municipality_id: string, id: string) {
	return tx
		.selectFrom('agenda_item as a')
		.select(['version', 'title', 'text', 'without_finding_reason as withoutFindingReason'])
		.select((eb) =>
			eb
				.selectFrom('agenda_item_finding as l')
				.whereRef('l.municipality_id', '=', 'a.municipality_id')
				.whereRef('l.agenda_item_id', '=', 'a.id')
				.select((agg) => agg.fn.agg<string[] | null>('array_agg', ['l.finding_id']).as('ids'))
				.as('findingIds'),
		)
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** Links an item to the findings it answers; refuses a finding that is not of this trajectory. */
export async function linkFindings(
	tx: Tx,
	{ municipality_id, trajectoryId, id }: Key,
	findingIds: readonly string[],
): Promise<void> {
	const wanted = [...new Set(findingIds)];
	if (wanted.length === 0) return;
	const findings = await findingsOf(tx, municipality_id, trajectoryId, { withWithdrawn: true });
	const known = new Set(findings.map((finding) => finding.id));
	if (!wanted.every((finding) => known.has(finding))) throw invalidField('findingIds', 'unknown');
	await tx
		.insertInto('agenda_item_finding')
		.values(wanted.map((finding_id) => ({ municipality_id, agenda_item_id: id, finding_id })))
		.execute();
}

/** The place after the last; items that were withdrawn keep theirs. */
export async function nextPosition(
	tx: Tx,
	municipality_id: string,
	trajectoryId: string,
): Promise<number> {
	const { last } = await tx
		.selectFrom('agenda_item')
		.select((eb) => eb.fn.max('position').as('last'))
		.where('municipality_id', '=', municipality_id)
		.where('trajectory_id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

/** Puts one item at a place and numbers the items that stand on the agenda anew. Gives the place it got. */
export async function reorder(
	tx: Tx,
	{ municipality_id, trajectoryId, id }: Key,
	position: number,
): Promise<number> {
	const rows = await tx
		.selectFrom('agenda_item')
		.select('id')
		.where('municipality_id', '=', municipality_id)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', 'is', null)
		.orderBy('position')
		.orderBy('id')
		.forUpdate()
		.execute();
	const others = rows.map((row) => row.id).filter((other) => other !== id);
	if (others.length === rows.length) throw new Failure('withdrawn', 409);
	const place = Math.min(position, rows.length);
	const order = others.toSpliced(place - 1, 0, id);
	// A place is no text of anybody: it changes without a new version.
	await sql`
		UPDATE agenda_item a SET position = o.place
		FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o (id, place)
		WHERE a.municipality_id = ${municipality_id} AND a.id = o.id`.execute(tx);
	return place;
}
