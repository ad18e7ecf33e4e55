import type { FailureCode } from '#locales/failures.ts';
import type { Actor } from './actor.ts';

/** Yes, or a no that has a name. */
export type Verdict = true | FailureCode;

/** Who may: looks at who asks and at what it is about, and at nothing else. */
export type Policy<Subject> = (actor: Actor, subject: Subject) => Verdict;

/** Open to everyone, also without a session. Say why beside each use. */
export const anyone: Policy<unknown> = () => true;

/** Whoever signed in to this municipality, and the program itself. */
export const members: Policy<unknown> = (actor) =>
	actor.kind === 'visitor' ? 'sign_in_first' : true;

/** Only these roles, and the program itself. */
export function onlyRoles(...roles: string[]): Policy<unknown> {
	return (actor) => {
		if (actor.kind === 'visitor') return 'sign_in_first';
		if (actor.kind === 'system' || roles.includes(actor.role)) return true;
		return 'role_not_allowed';
	};
}
