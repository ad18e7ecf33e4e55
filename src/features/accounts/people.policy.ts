import type { Actor } from '#kernel/actor.ts';
import type { Policy } from '#kernel/policy.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { roles, type Role } from './role.schema.ts';

/** Roles that look after people and organisations. */
export const managesPeople = onlyRoles('administrator', 'process_manager');

/** What is changed about somebody: who it is, and the roles it is about (what they have, what they would get). */
export interface RoleChange {
	/** Null when nobody in this municipality has the address yet. */
	personId: string | null;
	roles: string[];
}

/**
 * Process managers look after every role but administrators, administrators after all; nobody after themselves, also
 * not by way of another membership of the same person.
 */
export const mayChangeRoles: Policy<RoleChange> = (actor, { personId, roles }) => {
	const verdict = managesPeople(actor, null);
	if (verdict !== true || actor.kind !== 'member') return verdict;
	if (personId === actor.personId) return 'membership.own';
	return roles.includes('administrator') && actor.role !== 'administrator'
		? 'membership.administrator_only'
		: true;
};

/** The roles that somebody may give to others. */
export function assignableRoles(actor: Actor): readonly Role[] {
	return roles.filter((role) => mayChangeRoles(actor, { personId: null, roles: [role] }) === true);
}
