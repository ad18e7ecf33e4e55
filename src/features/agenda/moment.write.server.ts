import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { invalidField } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';
import type { MomentBody, MomentState, Purpose } from './moment.schema.ts';

/** For commands and queries whose input names the moment. */
export function accessOfMoment(
	reader: Reader,
	{ politicalMomentId }: { politicalMomentId: string },
	actor: Actor,
) {
	return loadAccessOfRow(reader, 'political_moment', politicalMomentId, actor);
}

interface Content {
	body: MomentBody;
	bodyNote: string;
	purpose: Purpose;
	about: string;
	heldOn: RoughDay | null;
}

export function momentColumns({ body, bodyNote, purpose, about, heldOn }: Content) {
	return {
		body,
		body_note: bodyNote,
		purpose,
		about,
		held_on: heldOn?.on ?? null,
		held_precision: heldOn?.precision ?? 'day',
	};
}

interface Change {
	state: MomentState;
	heldOn: RoughDay | null;
}

/** Where a moment is moved to another date, the date that it had stays with it. */
export async function formerDate(
	tx: Tx,
	municipalityId: string,
	id: string,
	{ state, heldOn }: Change,
) {
	const row = await tx
		.selectFrom('political_moment')
		.select(['held_on', 'held_precision', 'state'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row || state !== 'moved' || row.held_on === null) return {};
	const isSame = row.held_on === heldOn?.on && row.held_precision === heldOn.precision;
	if (isSame && row.state !== 'moved') throw invalidField('heldOn', 'same_date');
	return isSame ? {} : { moved_from: row.held_on, moved_from_precision: row.held_precision };
}

/** Links a moment to these agenda items and to no others; refuses an item that is not of this trajectory. */
export async function linkItems(
	tx: Tx,
	municipalityId: string,
	moment: { id: string; trajectoryId: string },
	agendaItemIds: readonly string[],
): Promise<void> {
	const wanted = [...new Set(agendaItemIds)];
	const items = await agendaItemsOf(tx, municipalityId, moment.trajectoryId, {
		withWithdrawn: true,
	});
	const known = new Set(items.map(({ id }) => id));
	if (!wanted.every((id) => known.has(id))) throw invalidField('agendaItemIds', 'unknown');
	await tx
		.deleteFrom('political_moment_item')
		.where('municipality_id', '=', municipalityId)
		.where('political_moment_id', '=', moment.id)
		.execute();
	if (wanted.length === 0) return;
	await tx
		.insertInto('political_moment_item')
		.values(
			wanted.map((agenda_item_id) => ({
				municipality_id: municipalityId,
				political_moment_id: moment.id,
				agenda_item_id,
			})),
		)
		.execute();
}

/** What stands there now, by the names of the forms. */
export async function currentMoment(tx: Tx, municipalityId: string, id: string) {
	const row = await tx
		.selectFrom('political_moment')
		.select(['version', 'body', 'body_note as bodyNote', 'purpose', 'about', 'state', 'outcome'])
		.select(['state_reason as stateReason', 'held_on', 'held_precision'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	const { held_on, held_precision, ...current } = row;
	return { ...current, heldOn: isoOf(held_on, held_precision) };
}
