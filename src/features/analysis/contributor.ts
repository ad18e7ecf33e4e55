import type { Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';

/** For whom somebody writes in the form: always a member, on behalf of an organisation. Throws for anyone else. */
export function contributorOf(actor: Actor): { organisationId: string; membershipId: string } {
	if (actor.kind !== 'member') throw new Failure('role_not_allowed', 403);
	return { organisationId: actor.organisationId, membershipId: actor.membershipId };
}
