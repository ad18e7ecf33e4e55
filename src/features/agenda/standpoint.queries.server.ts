import { sql } from 'kysely';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { mayLead, mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { isoOf } from '#kernel/fields.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';
import { accessOfAgendaItem } from './agenda-item.write.server.ts';
import { mayGiveStandpoint } from './standpoint.policy.ts';
import { agendaItemSupportSchema, type View } from './standpoint.schema.ts';
import {
	partiesOf,
	supportOf,
	type Standpoint,
	type Support,
	type SupportParty,
} from './support.ts';

/** Every standpoint on the agenda of a trajectory. */
export async function standpointsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Standpoint[]> {
	const rows = await reader
		.selectFrom('standpoint as s')
		.innerJoin('agenda_item as a', (join) =>
			join
				.onRef('a.municipality_id', '=', 's.municipality_id')
				.onRef('a.id', '=', 's.agenda_item_id'),
		)
		.leftJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 's.municipality_id')
				.onRef('o.id', '=', 's.organisation_id'),
		)
		.select(['s.id', 's.agenda_item_id as agendaItemId', 's.organisation_id as organisationId'])
		.select((eb) => [
			eb.fn.coalesce('o.name', sql<string>`''`).as('organisationName'),
			eb.ref('s.view').$castTo<View>().as('view'),
			eb.ref('s.origin').$castTo<'party' | 'entered'>().as('origin'),
			eb('s.item_version', '<', eb.ref('a.text_version')).as('onEarlierText'),
		])
		.select(['s.reason', 's.ground', 's.gathered', 's.people', 's.version'])
		.select(['s.stated_on', 's.stated_precision'])
		.where('s.municipality_id', '=', municipalityId)
		.where('s.trajectory_id', '=', trajectoryId)
		.orderBy('s.changed_at')
		.execute();
	return rows.map(({ stated_on, stated_precision, ...row }) => ({
		...row,
		onEarlierText: Boolean(row.onEarlierText),
		statedOn: isoOf(stated_on, stated_precision),
	}));
}

/** Who takes part, as parties, each organisation once; for the public nobody where the frame is not public. */
async function takingPart(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<SupportParty[]> {
	const lines = await readParticipants(reader, { municipalityId, trajectoryId });
	return lines.map(({ organisationId, organisationName }) => ({
		id: organisationId,
		name: organisationName,
	}));
}

/** Parties and standpoints of a whole agenda. */
export interface AgendaSupport {
	parties: SupportParty[];
	standpoints: Standpoint[];
	/** False for a reader who may not see who takes part: then nothing can be said of parties without a standpoint. */
	knowsParties: boolean;
}

/** What every party finds of every item. */
export async function agendaSupportOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
): Promise<AgendaSupport> {
	const municipalityId = municipalityOf(actor);
	const { trajectoryId } = access;
	const standpoints = await standpointsOf(reader, municipalityId, trajectoryId);
	const taking = await takingPart(reader, municipalityId, trajectoryId);
	return {
		parties: partiesOf(taking, standpoints),
		standpoints,
		knowsParties: mayRead('frame')(actor, access) === true,
	};
}

/** An item with what every party finds of it. */
export interface SupportedItem {
	id: string;
	title: string;
	version: number;
	support: Support;
}

export const readSupport = query({
	name: 'standpoint.list',
	summary: 'What every party and the residents find of every agenda item.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/standpunten' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('agenda'),
	async run({ reader, actor, subject }) {
		const { parties, standpoints, knowsParties } = await agendaSupportOf(reader, actor, subject);
		const items = await agendaItemsOf(reader, municipalityOf(actor), subject.trajectoryId);
		return {
			parties,
			knowsParties,
			items: items
				.filter(({ endedYear }) => endedYear === null)
				.map(({ id, title, version }): SupportedItem => ({
					id,
					title,
					version,
					support: supportOf(id, parties, standpoints),
				})),
		};
	},
});

/** A standpoint as it was before. */
export interface FormerStandpoint {
	standpointId: string;
	version: number;
	view: View;
	reason: string;
	ground: string;
	changedAt: string;
}

export const readItemSupport = query({
	name: 'standpoint.read',
	summary: 'What every party finds of one agenda item, with former standpoints for those inside.',
	http: { method: 'GET', path: '/agendapunten/{agendaItemId}/standpunten' },
	input: agendaItemSupportSchema,
	subject: accessOfAgendaItem,
	allow: mayRead('agenda'),
	async run({ reader, actor, subject }, { agendaItemId }) {
		const municipalityId = municipalityOf(actor);
		const { parties, standpoints, knowsParties } = await agendaSupportOf(reader, actor, subject);
		const items = await agendaItemsOf(reader, municipalityId, subject.trajectoryId, {
			withWithdrawn: true,
		});
		const item = items.find(({ id }) => id === agendaItemId);
		if (!item) throw notFound();
		const support = supportOf(agendaItemId, parties, standpoints);
		const inside = mayReadInside(actor, subject) === true;
		const ids = support.cells.flatMap(({ standpoint }) => standpoint?.id ?? []);
		const own = actor.kind === 'member' ? actor.organisationId : null;
		return {
			item,
			support,
			knowsParties,
			former: inside ? await formerStandpoints(reader, municipalityId, ids) : [],
			may: {
				/** The organisation for which the reader may speak; null for none. */
				giveFor:
					own !== null &&
					parties.some(({ id }) => id === own) &&
					mayGiveStandpoint(actor, subject) === true
						? own
						: null,
				enter: mayLead(actor, subject) === true,
			},
		};
	},
});

async function formerStandpoints(
	reader: Reader,
	municipalityId: string,
	ids: string[],
): Promise<FormerStandpoint[]> {
	if (ids.length === 0) return [];
	return reader
		.selectFrom('kept_version as k')
		.select(['k.id as standpointId', 'k.version'])
		.select([
			sql<View>`k.content ->> 'view'`.as('view'),
			sql<string>`k.content ->> 'reason'`.as('reason'),
			sql<string>`k.content ->> 'ground'`.as('ground'),
			sql<string>`k.content ->> 'changed_at'`.as('changedAt'),
		])
		.where('k.municipality_id', '=', municipalityId)
		.where('k.table_name', '=', 'standpoint')
		.where('k.id', 'in', ids)
		.orderBy('k.version', 'desc')
		.execute();
}
