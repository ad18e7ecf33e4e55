import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed, type RowRead } from '#server/database/rows.ts';
import { postInvitation } from './invitation.server.ts';
import { keepAnAdministrator } from './last-administrator.server.ts';
import { findOrAddOrganisation } from './organisation.server.ts';
import { loadMembership, type MembershipRow } from './membership.server.ts';
import { mayChangeRoles, type RoleChange } from './people.policy.ts';
import { changeRoleSchema, inviteSchema, membershipSchema } from './people.schema.ts';
import { addMembership } from './person.server.ts';

export const inviteMember = command({
	name: 'membership.invite',
	summary:
		'Invites somebody to a role for an organisation, and mails a link that works for a week.',
	http: { method: 'POST', path: '/leden' },
	input: inviteSchema,
	async subject(reader, { email, role }, actor): Promise<RoleChange> {
		const person = await reader
			.selectFrom('person')
			.select('id')
			.where('municipality_id', '=', actor.municipalityId)
			.where('email', '=', email)
			.executeTakeFirst();
		return { personId: person?.id ?? null, roles: [role] };
	},
	allow: mayChangeRoles,
	async run({ tx, actor, clock, requestId }, input) {
		const municipalityId = municipalityOf(actor);
		const now = clock.now();
		const organisationId = await findOrAddOrganisation(tx, municipalityId, input, now);
		await refuseTwice(tx, municipalityId, { ...input, organisationId });
		await addMembership(tx, municipalityId, {
			...input,
			id: requestId,
			organisationId,
			invitedBy: writerOf(actor),
			acceptedAt: null,
			createdAt: now,
		});
		await postInvitation(tx, municipalityId, requestId, now);
		return { id: requestId };
	},
});

export const inviteAgain = command({
	name: 'membership.inviteAgain',
	summary: 'Mails a new link to somebody whose invitation is still open.',
	http: { method: 'POST', path: '/leden/{membershipId}/uitnodigingen' },
	input: membershipSchema,
	subject: changeOf,
	allow: mayChangeRoles,
	async run({ tx, actor, clock, subject }, { membershipId }) {
		refuseEnded(subject.membership);
		await postInvitation(tx, municipalityOf(actor), membershipId, clock.now());
		return { id: membershipId };
	},
});

export const changeRole = command({
	name: 'membership.changeRole',
	summary: 'Gives a member another role; it counts at once, also in sessions that are open.',
	http: { method: 'PATCH', path: '/leden/{membershipId}' },
	input: changeRoleSchema,
	async subject(reader, input, actor) {
		const change = await changeOf(reader, input, actor);
		return { ...change, roles: [...change.roles, input.role] };
	},
	allow: mayChangeRoles,
	async run({ tx, actor, subject }, { membershipId, version, role }) {
		const { membership } = subject;
		refuseEnded(membership);
		if (role !== 'administrator') await keepAnAdministrator(tx, membership);
		const municipalityId = municipalityOf(actor);
		if (role !== membership.role)
			await refuseTwice(tx, municipalityId, { ...membership, role }, 'role');
		return changeMembership(tx, { municipalityId, id: membershipId, version }, { role });
	},
});

export const endMembership = command({
	name: 'membership.end',
	summary: 'Ends a membership; its sessions and access tokens end at once.',
	http: { method: 'POST', path: '/leden/{membershipId}/einde' },
	input: membershipSchema,
	subject: changeOf,
	allow: mayChangeRoles,
	async run({ tx, actor, clock, subject }, { membershipId }) {
		refuseEnded(subject.membership);
		await keepAnAdministrator(tx, subject.membership);
		const municipalityId = municipalityOf(actor);
		const now = clock.now();
		await tx
			.updateTable('membership')
			.set((eb) => ({ ended_at: now, version: eb('version', '+', 1) }))
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', membershipId)
			.execute();
		await tx
			.updateTable('session')
			.set({ ended_at: now })
			.where('municipality_id', '=', municipalityId)
			.where('membership_id', '=', membershipId)
			.where('ended_at', 'is', null)
			.execute();
		return { id: membershipId };
	},
});

/** Changes a membership that is as its changer read it; tells a second one which role it has now. */
function changeMembership(tx: Tx, row: RowRead, values: { role: string }): Promise<Changed> {
	return changeRow(tx, 'membership', row, values, {
		current: () =>
			tx
				.selectFrom('membership')
				.select(['version', 'role'])
				.where('municipality_id', '=', row.municipalityId)
				.where('id', '=', row.id)
				.executeTakeFirst(),
	});
}

async function changeOf(
	reader: Reader,
	{ membershipId }: { membershipId: string },
	actor: Actor,
): Promise<RoleChange & { membership: MembershipRow }> {
	const membership = await loadMembership(reader, actor, membershipId);
	return { personId: membership.personId, roles: [membership.role], membership };
}

function refuseEnded({ endedAt }: MembershipRow): void {
	if (endedAt) throw new Failure('membership.ended', 409);
}

/** The same person cannot have the same role for the same organisation twice. */
async function refuseTwice(
	tx: Tx,
	municipalityId: string,
	{ email, organisationId, role }: { email: string; organisationId: string; role: string },
	field = 'email',
): Promise<void> {
	const twin = await tx
		.selectFrom('membership as m')
		.innerJoin('person as p', (join) =>
			join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
		)
		.select('m.id')
		.where('m.municipality_id', '=', municipalityId)
		.where('p.email', '=', email)
		.where('m.organisation_id', '=', organisationId)
		.where('m.role', '=', role)
		.where('m.ended_at', 'is', null)
		.executeTakeFirst();
	if (twin) throw invalidField(field, 'taken');
}
