import type { Role } from '#features/accounts/role.schema.ts';
import type { Rows } from '#tests/support/filled-world.ts';

/** Who asks: somebody without a session, or a member with a role whose organisation takes part. */
export type Audience = 'visitor' | Role;

export interface Call {
	/** Who may, in a trajectory of which every part is public. */
	by: readonly Audience[];
	/** What differs from the input that is made out of the schema. */
	input?: (rows: Rows) => Record<string, unknown>;
	/** What somebody who may is answered, where the sample cannot be carried out. */
	fails?: string;
}

const leaders = ['process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;

/**
 * Who may do and read what: every command and query of the registry stands here, so that a change of policy is a
 * change of this table. A missing one fails the test.
 */
export const calls: Record<string, Call> = {
	// CALLS
};
