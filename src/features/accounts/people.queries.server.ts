import * as v from 'valibot';
import type { Actor } from '#kernel/actor.ts';
import { members } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { listPage, pageFields } from '#kernel/list-page.ts';
import { managesPeople, mayChangeRoles } from './people.policy.ts';

export interface PersonLine {
	membershipId: string;
	personId: string;
	name: string;
	email: string;
	role: string;
	organisationId: string;
	organisationName: string;
	state: 'invited' | 'active' | 'ended';
	version: number;
	/** Whether the reader may change this membership, or end it. */
	mayChange: boolean;
}

export const listPeople = query({
	name: 'membership.list',
	summary: 'Lists the members of the municipality by organisation, a page at a time.',
	http: { method: 'GET', path: '/leden' },
	input: v.object({ ...pageFields(), organisationId: v.optional(v.pipe(v.string(), v.uuid())) }),
	subject: nothing,
	allow: managesPeople,
	async run({ reader, actor }, { page, limit, organisationId }) {
		let rows = reader
			.selectFrom('membership as m')
			.innerJoin('person as p', (join) =>
				join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
			)
			.innerJoin('organisation as o', (join) =>
				join
					.onRef('o.municipality_id', '=', 'm.municipality_id')
					.onRef('o.id', '=', 'm.organisation_id'),
			)
			.where('m.municipality_id', '=', actor.municipalityId);
		if (organisationId) rows = rows.where('m.organisation_id', '=', organisationId);
		const found = await rows
			.select([
				'm.id',
				'm.person_id',
				'm.role',
				'm.accepted_at',
				'm.ended_at',
				'p.name',
				'm.version',
			])
			.select(['p.email', 'o.id as organisation_id', 'o.name as organisation_name'])
			.orderBy((eb) => eb.fn('lower', ['o.name']))
			.orderBy('m.ended_at', (order) => order.desc().nullsFirst())
			.orderBy((eb) => eb.fn('lower', ['p.name']))
			.orderBy('m.id')
			.limit(limit)
			.offset((page - 1) * limit)
			.execute();
		const { total } = await rows
			.select((eb) => eb.fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow();
		return listPage(
			{ page, limit },
			total,
			found.map((row) => toLine(row, actor)),
		);
	},
});

export const listOrganisations = query({
	name: 'organisation.list',
	summary: 'Lists the organisations of the municipality with how many people are active for each.',
	http: { method: 'GET', path: '/organisaties' },
	input: v.object(pageFields()),
	subject: nothing,
	allow: members,
	async run({ reader, actor }, { page, limit }) {
		const rows = reader
			.selectFrom('organisation as o')
			.where('o.municipality_id', '=', actor.municipalityId);
		const found = await rows
			.select(['o.id', 'o.name', 'o.sector', 'o.version', 'o.ended_at as endedAt'])
			.select((eb) =>
				eb
					.selectFrom('membership as m')
					.whereRef('m.municipality_id', '=', 'o.municipality_id')
					.whereRef('m.organisation_id', '=', 'o.id')
					.where('m.ended_at', 'is', null)
					.select((count) => count.fn.countAll<number>().as('count'))
					.as('activeMembers'),
			)
			.orderBy('o.ended_at', (order) => order.desc().nullsFirst())
			.orderBy((eb) => eb.fn('lower', ['o.name']))
			.limit(limit)
			.offset((page - 1) * limit)
			.execute();
		const { total } = await rows
			.select((eb) => eb.fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow();
		return listPage(
			{ page, limit },
			total,
			found.map((row) => ({ ...row, activeMembers: row.activeMembers ?? 0 })),
		);
	},
});

export const listActiveOrganisations = query({
	name: 'organisation.listActive',
	summary: 'Lists the organisations that somebody can belong to, for a list to choose from.',
	input: v.object({}),
	subject: nothing,
	allow: managesPeople,
	// All of them: a choice that is left out cannot be made.
	async run({ reader, actor }): Promise<{ id: string; name: string }[]> {
		return reader
			.selectFrom('organisation')
			.select(['id', 'name'])
			.where('municipality_id', '=', actor.municipalityId)
			.where('ended_at', 'is', null)
			.orderBy((eb) => eb.fn('lower', ['name']))
			.execute();
	},
});

interface Row {
	id: string;
	person_id: string;
	name: string;
	email: string;
	role: string;
	organisation_id: string;
	organisation_name: string;
	accepted_at: Date | null;
	ended_at: Date | null;
	version: number;
}

function toLine(row: Row, actor: Actor): PersonLine {
	const change = { personId: row.person_id, roles: [row.role] };
	return {
		membershipId: row.id,
		personId: row.person_id,
		name: row.name,
		email: row.email,
		role: row.role,
		organisationId: row.organisation_id,
		organisationName: row.organisation_name,
		state: row.ended_at ? 'ended' : row.accepted_at ? 'active' : 'invited',
		version: row.version,
		mayChange: !row.ended_at && mayChangeRoles(actor, change) === true,
	};
}
