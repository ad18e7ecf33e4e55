import { describe, expect, it } from 'vitest';
import type { Member } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { newSecret, digestOf } from '#kernel/secret.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { whoIsIn } from '#tests/support/session.ts';
import { testWorld } from '#tests/support/world.ts';
import {
	changeRole,
	endMembership,
	inviteAgain,
	inviteMember,
} from './membership.commands.server.ts';
import { listPeople } from './people.queries.server.ts';
import { addMembership } from './person.server.ts';
import { roles, type Role } from './role.schema.ts';

const world = await testWorld();
const { kernel, home, elsewhere, database, clock } = world;
const { process_manager: manager, administrator } = home.members;

const invitation = (role: Role, email = `${newId()}@partner.invalid`) => ({
	name: 'Wijkverpleegkundige',
	email,
	role,
	organisationId: home.organisations.welfare,
});

/** Another membership of the same person. */
async function second(member: Member, role: Role): Promise<Member> {
	const id = newId();
	const { email } = await asOwner(database.owner, (tx) =>
		tx
			.selectFrom('person')
			.select('email')
			.where('id', '=', member.personId)
			.executeTakeFirstOrThrow(),
	);
	await asOwner(database.owner, (tx) =>
		addMembership(tx, home.id, {
			id,
			email,
			name: member.name,
			language: 'nl',
			organisationId: home.organisations.residents,
			role,
			invitedBy: null,
			acceptedAt: clock.now(),
			createdAt: clock.now(),
		}),
	);
	return { ...member, membershipId: id, role, organisationId: home.organisations.residents };
}

async function signedIn(member: Member): Promise<string> {
	const secret = newSecret();
	await asOwner(database.owner, (tx) =>
		tx
			.insertInto('session')
			.values({
				municipality_id: member.municipalityId,
				digest: digestOf(secret),
				membership_id: member.membershipId,
				kind: 'browser',
				created_at: clock.now(),
				expires_at: new Date(clock.now().getTime() + 1_000_000),
			})
			.execute(),
	);
	return secret;
}

describe('an invitation', () => {
	it('makes an open membership and puts one mail in the outbox', async () => {
		const input = invitation('professional');
		const { id } = await kernel.run(manager, inviteMember, input);
		const list = await kernel.ask(manager, listPeople, { limit: '100' });
		expect(list.items.find((one) => one.membershipId === id)).toMatchObject({
			email: input.email,
			state: 'invited',
			mayChange: true,
		});
		const mails = await asOwner(database.owner, (tx) =>
			tx.selectFrom('mail').select('body').where('recipient', '=', input.email).execute(),
		);
		expect(mails).toHaveLength(1);
		expect(mails[0]?.body).toMatch(/http:\/\/localhost:3000\/inloggen\/[\w-]{43}/);
	});

	it('sent twice with the same id is carried out once', async () => {
		const input = invitation('reader');
		const requestId = newId();
		const first = await kernel.run(manager, inviteMember, input, requestId);
		expect(await kernel.run(manager, inviteMember, input, requestId)).toEqual(first);
	});

	it('can bring a new organisation with its sector', async () => {
		const { id } = await kernel.run(manager, inviteMember, {
			...invitation('professional'),
			organisationId: undefined,
			organisationName: 'Huisartsenpost',
			sector: 'care',
		});
		const list = await kernel.ask(manager, listPeople, { limit: '100' });
		expect(list.items.find((one) => one.membershipId === id)?.organisationName).toBe(
			'Huisartsenpost',
		);
	});

	it('tells every problem at once', async () => {
		await expect(
			kernel.run(manager, inviteMember, { name: ' ', email: 'geen', role: 'king' }),
		).rejects.toMatchObject({
			code: 'input.invalid',
			problems: [
				{ path: 'name', code: 'required' },
				{ path: 'email', code: 'not_an_email' },
				{ path: 'role', code: 'choose' },
			],
		});
	});

	it('names the organisation of another municipality as unknown', async () => {
		await expect(
			kernel.run(manager, inviteMember, {
				...invitation('reader'),
				organisationId: elsewhere.organisations.welfare,
			}),
		).rejects.toMatchObject({ problems: [{ path: 'organisationId', code: 'unknown' }] });
	});

	it('refuses the same role for the same organisation twice', async () => {
		const input = invitation('professional');
		await kernel.run(manager, inviteMember, input);
		await expect(kernel.run(manager, inviteMember, input)).rejects.toMatchObject({
			problems: [{ path: 'email', code: 'taken' }],
		});
	});

	it('can be sent again', async () => {
		const input = invitation('professional');
		const { id } = await kernel.run(manager, inviteMember, input);
		await kernel.run(manager, inviteAgain, { membershipId: id });
		const mails = await asOwner(database.owner, (tx) =>
			tx.selectFrom('mail').select('id').where('recipient', '=', input.email).execute(),
		);
		expect(mails).toHaveLength(2);
	});
});

describe('rights', () => {
	const others = roles.filter((role) => role !== 'process_manager' && role !== 'administrator');

	it.each(others)('a %s invites nobody and sees no list of people', async (role) => {
		const actor = home.members[role];
		await expect(kernel.run(actor, inviteMember, invitation('reader'))).rejects.toMatchObject({
			code: 'role_not_allowed',
		});
		await expect(kernel.ask(actor, listPeople, {})).rejects.toMatchObject({
			code: 'role_not_allowed',
		});
	});

	it('the public is asked to sign in', async () => {
		await expect(
			kernel.run(home.visitor, inviteMember, invitation('reader')),
		).rejects.toMatchObject({ status: 401 });
	});

	it('a process manager makes no administrator: by invitation, by role, or by ending one', async () => {
		const refused = { code: 'membership.administrator_only' };
		await expect(
			kernel.run(manager, inviteMember, invitation('administrator')),
		).rejects.toMatchObject(refused);
		const { membershipId } = home.members.reader;
		await expect(
			kernel.run(manager, changeRole, { membershipId, version: 1, role: 'administrator' }),
		).rejects.toMatchObject(refused);
		await expect(
			kernel.run(manager, endMembership, { membershipId: administrator.membershipId }),
		).rejects.toMatchObject(refused);
	});

	it('nobody changes their own role, gives themselves another, or ends themselves', async () => {
		const own = { code: 'membership.own' };
		for (const actor of [manager, administrator]) {
			const { membershipId } = actor;
			await expect(
				kernel.run(actor, changeRole, { membershipId, version: 1, role: 'reader' }),
			).rejects.toMatchObject(own);
			await expect(kernel.run(actor, endMembership, { membershipId })).rejects.toMatchObject(own);
			const { email } = await asOwner(database.owner, (tx) =>
				tx
					.selectFrom('person')
					.select('email')
					.where('id', '=', actor.personId)
					.executeTakeFirstOrThrow(),
			);
			await expect(
				kernel.run(actor, inviteMember, invitation('analyst', email.toUpperCase())),
			).rejects.toMatchObject(own);
		}
	});

	it('nobody raises themselves by way of a second membership', async () => {
		const asProfessional = await second(manager, 'professional');
		await expect(
			kernel.run(manager, changeRole, {
				membershipId: asProfessional.membershipId,
				version: 1,
				role: 'analyst',
			}),
		).rejects.toMatchObject({ code: 'membership.own' });
		await expect(
			kernel.run(asProfessional, changeRole, {
				membershipId: manager.membershipId,
				version: 1,
				role: 'administrator',
			}),
		).rejects.toMatchObject({ code: 'role_not_allowed' });
	});

	it('a member of another municipality is not found', async () => {
		const { membershipId } = elsewhere.members.reader;
		for (const run of [
			() => kernel.run(administrator, changeRole, { membershipId, version: 1, role: 'analyst' }),
			() => kernel.run(administrator, endMembership, { membershipId }),
			() => kernel.run(administrator, inviteAgain, { membershipId }),
		])
			await expect(run()).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('the last administrator', () => {
	it('stays, also when a new one has not accepted yet', async () => {
		const { id } = await kernel.run(
			administrator,
			inviteMember,
			invitation('administrator', 'tweede@arnhem.invalid'),
		);
		const program = home.system;
		await expect(
			kernel.run(program, endMembership, { membershipId: administrator.membershipId }),
		).rejects.toMatchObject({ code: 'membership.last_administrator' });
		await expect(
			kernel.run(program, changeRole, {
				membershipId: administrator.membershipId,
				version: 1,
				role: 'reader',
			}),
		).rejects.toMatchObject({ code: 'membership.last_administrator' });
		await kernel.run(administrator, endMembership, { membershipId: id });
	});

	it('is still there when two end each other at the same moment', async () => {
		const { organisations, members } = elsewhere;
		const other = await world.addMember(elsewhere, 'administrator', organisations.municipality);
		const outcomes = await Promise.allSettled([
			kernel.run(members.administrator, endMembership, { membershipId: other.membershipId }),
			kernel.run(other, endMembership, { membershipId: members.administrator.membershipId }),
		]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'membership.last_administrator' },
		});
	});
});

describe('ending a membership', () => {
	it('ends its sessions at once, and leaves those of others', async () => {
		const member = await world.addMember(home, 'professional', home.organisations.welfare);
		const secret = await signedIn(member);
		const others = await signedIn(home.members.reader);
		expect(await whoIsIn(kernel, secret)).toMatchObject({ role: 'professional' });
		await kernel.run(manager, endMembership, { membershipId: member.membershipId });
		expect(await whoIsIn(kernel, secret)).toBeNull();
		expect(await whoIsIn(kernel, others)).not.toBeNull();
		await expect(
			kernel.run(manager, changeRole, {
				membershipId: member.membershipId,
				version: 1,
				role: 'reader',
			}),
		).rejects.toMatchObject({ code: 'membership.ended' });
	});

	it('does not stand in the way of a new invitation', async () => {
		const input = invitation('professional');
		const { id } = await kernel.run(manager, inviteMember, input);
		await kernel.run(manager, endMembership, { membershipId: id });
		const again = await kernel.run(manager, inviteMember, input);
		expect(again.id).not.toBe(id);
	});
});

it('another role counts at once in sessions that are open', async () => {
	const member = await world.addMember(home, 'professional', home.organisations.welfare);
	const secret = await signedIn(member);
	expect(await whoIsIn(kernel, secret)).toMatchObject({ role: 'professional' });
	await kernel.run(manager, changeRole, {
		membershipId: member.membershipId,
		version: 1,
		role: 'reader',
	});
	// What is remembered of a session no longer holds: the first request after the change finds that out.
	expect(await whoIsIn(kernel, secret)).toBeNull();
	expect(await whoIsIn(kernel, secret)).toMatchObject({ role: 'reader' });
});

it('two changes of role at the same moment do not pass each other by: the second sees the first', async () => {
	const { membershipId } = await world.addMember(home, 'reader', home.organisations.welfare);
	const changeTo = (role: string, version = 1) =>
		kernel.run(manager, changeRole, { membershipId, version, role });
	const outcomes = await Promise.allSettled([changeTo('professional'), changeTo('analyst')]);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const { total } = await kernel.ask(manager, listPeople, { limit: 1 });
	const { items } = await kernel.ask(manager, listPeople, { limit: Math.min(total, 100) });
	const now = items.find((one) => one.membershipId === membershipId);
	expect(now?.version).toBe(2);
	expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
		reason: { code: 'changed_meanwhile', data: { current: { version: 2, role: now?.role } } },
	});
	expect(await changeTo('decision_maker', 2)).toEqual({ id: membershipId, version: 3 });
});

it('the list gives a page at a time and says how many there are', async () => {
	const first = await kernel.ask(manager, listPeople, { limit: 3 });
	expect(first).toMatchObject({ from: 1, to: 3, previous: null, next: 2 });
	const second = await kernel.ask(manager, listPeople, { limit: 3, page: 2 });
	expect(second).toMatchObject({ from: 4, total: first.total, previous: 1 });
	const ids = [...first.items, ...second.items].map(({ membershipId }) => membershipId);
	expect(new Set(ids).size).toBe(6);
});
