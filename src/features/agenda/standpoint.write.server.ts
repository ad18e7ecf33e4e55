import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { changedMeanwhile, Failure, invalidField, notFound } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { Gathering, View } from './standpoint.schema.ts';

/** Whose standpoint on which item. */
export interface StandpointKey {
	municipalityId: string;
	trajectoryId: string;
	agendaItemId: string;
	/** Null for the residents as a party of their own. */
	organisationId: string | null;
}

/** A standpoint as it was sent. */
export interface Stated {
	view: View;
	reason: string;
	itemVersion: number;
	origin: 'party' | 'entered';
	ground: string;
	gathered: Gathering | null;
	people: number | null;
	statedOn: RoughDay | null;
	/** As the writer read it; 0 when nothing was there yet. */
	version: number;
}

interface By {
	/** The id that a new standpoint gets. */
	id: string;
	membershipId: string | null;
	at: Date;
}

/**
 * Writes down a party's standpoint, over the one it had. Throws `changed_meanwhile` with what stands there when another
 * wrote since it was read, `withdrawn` when the item was, and names the field when the organisation takes no part.
 */
export async function writeStandpoint(
	tx: Tx,
	key: StandpointKey,
	stated: Stated,
	by: By,
): Promise<Changed> {
	await checkItem(tx, key, stated.itemVersion);
	await checkParty(tx, key);
	const row = columnsOf(stated, by);
	const standing = await standingRow(tx, key);
	if ((standing?.version ?? 0) !== stated.version) throw changedMeanwhile(standing);
	if (standing)
		return changeRow(
			tx,
			'standpoint',
			{ municipalityId: key.municipalityId, id: standing.id, version: stated.version },
			row,
			{ current: () => standingRow(tx, key) },
		);
	await tx
		.insertInto('standpoint')
		.values({
			municipality_id: key.municipalityId,
			id: by.id,
			trajectory_id: key.trajectoryId,
			agenda_item_id: key.agendaItemId,
			organisation_id: key.organisationId,
			...row,
		})
		.execute();
	return { id: by.id, version: 1 };
}

function columnsOf(stated: Stated, { membershipId, at }: By) {
	const isOfResidents = stated.gathered !== null || stated.people !== null;
	return {
		view: stated.view,
		reason: stated.reason,
		item_version: stated.itemVersion,
		origin: stated.origin,
		ground: stated.ground,
		gathered: isOfResidents ? stated.gathered : null,
		people: isOfResidents ? stated.people : null,
		stated_on: stated.statedOn?.on ?? null,
		stated_precision: stated.statedOn?.precision ?? 'day',
		changed_by: membershipId,
		changed_at: at,
	};
}

/** A standpoint is on a text that there is, or was. */
async function checkItem(
	tx: Tx,
	{ municipalityId, agendaItemId }: StandpointKey,
	itemVersion: number,
): Promise<void> {
	const item = await tx
		.selectFrom('agenda_item')
		.select(['version', 'withdrawn_at'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', agendaItemId)
		.executeTakeFirst();
	if (!item) throw notFound();
	if (item.withdrawn_at) throw new Failure('withdrawn', 409);
	if (itemVersion > item.version) throw invalidField('itemVersion', 'unknown');
}

async function checkParty(tx: Tx, key: StandpointKey): Promise<void> {
	if (key.organisationId === null) return;
	const taking = await readParticipants(tx, key);
	if (!taking.some(({ organisationId }) => organisationId === key.organisationId))
		throw invalidField('party', 'unknown');
}

/** What stands there now, by the names of the forms. */
async function standingRow(
	tx: Tx,
	{ municipalityId, agendaItemId, organisationId }: StandpointKey,
) {
	const row = await tx
		.selectFrom('standpoint')
		.select(['id', 'version', 'view', 'reason', 'ground', 'gathered', 'people'])
		.select(['stated_on', 'stated_precision'])
		.where('municipality_id', '=', municipalityId)
		.where('agenda_item_id', '=', agendaItemId)
		.where('organisation_id', 'is not distinct from', organisationId)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return undefined;
	const { stated_on, stated_precision, ...rest } = row;
	return { ...rest, statedOn: isoOf(stated_on, stated_precision) };
}
