import type { Policy } from '#kernel/policy.ts';
import { mayImport } from './import.commands.server.ts';

/** What the policies look at: who brought a file. */
export interface BroughtBy {
	createdBy: string | null;
}

/**
 * Whoever brought the file, and nobody else: the rows of a file on its way in hold raw counts, and only they have seen
 * those.
 */
export const mayWorkOnFile: Policy<BroughtBy> = (actor, { createdBy }) => {
	const verdict = mayImport(actor, null);
	if (verdict !== true || actor.kind !== 'member') return verdict;
	return actor.membershipId === createdBy ? true : 'ownImport.not_yours';
};
