import type { Actor } from '#kernel/actor.ts';
import type { Policy, Verdict } from '#kernel/policy.ts';

/** The parts of a trajectory that can be made public, each by itself. */
export const publicParts = [
	'frame',
	'analysis',
	'agenda',
	'plan',
	'signals',
	'recognition',
] as const;
export type PublicPart = (typeof publicParts)[number];

interface Access {
	publicParts: string[];
	tasks: string[];
}

/** Roles that read every trajectory of their municipality without taking part in it. */
const readsAll = ['administrator', 'process_manager', 'analyst', 'decision_maker', 'reader'];

/** Roles whose work is to bring in what they know, once they take part. */
const contributes = ['process_manager', 'analyst', 'professional', 'resident_representative'];

/** Whether this role reads every trajectory of its municipality. */
export const readsEverything = (role: string) => readsAll.includes(role);

/** Whether it is the work of this role to bring in what one knows. */
export const bringsIn = (role: string) => contributes.includes(role);

/** Members who take part, and roles that read everything; the public only what was made public. */
export function mayRead(part: PublicPart | 'any'): Policy<Access> {
	return (actor, access) => {
		if (reads(actor, access)) return true;
		const isPublic =
			part === 'any' ? access.publicParts.length > 0 : access.publicParts.includes(part);
		if (isPublic) return true;
		return actor.kind === 'visitor' ? 'sign_in_first' : 'trajectory.not_participating';
	};
}

/** Members only, also where the part is public. */
export const mayReadInside: Policy<Access> = (actor, access) => {
	if (actor.kind === 'visitor') return 'sign_in_first';
	return reads(actor, access) ? true : 'trajectory.not_participating';
};

/** Whoever takes part and has something to bring in, and the process managers. */
export const mayContribute: Policy<Access> = (actor, access) => {
	const verdict = mayLead(actor, access);
	if (verdict === true || actor.kind !== 'member') return verdict;
	if (!contributes.includes(actor.role)) return 'role_not_allowed';
	return access.tasks.length > 0 ? true : 'trajectory.not_participating';
};

/**
 * The lead or deputy of this trajectory, whoever employs them, and the process managers. When a whole organisation
 * leads, those of it who bring in what they know do; whoever decides or reads there does not lead by that.
 */
export const mayLead: Policy<Access> = (actor, access): Verdict => {
	if (actor.kind === 'visitor') return 'sign_in_first';
	if (actor.kind === 'system' || actor.role === 'process_manager') return true;
	if (!contributes.includes(actor.role)) return 'role_not_allowed';
	return access.tasks.some((task) => task === 'lead' || task === 'deputy')
		? true
		: 'trajectory.not_leading';
};

/** Whoever leads, and decision makers: for what college and council decided. */
export const mayRecordDecision: Policy<Access> = (actor, access) =>
	actor.kind === 'member' && actor.role === 'decision_maker' ? true : mayLead(actor, access);

function reads(actor: Actor, access: Access): boolean {
	if (actor.kind === 'visitor') return false;
	return actor.kind === 'system' || readsAll.includes(actor.role) || access.tasks.length > 0;
}
