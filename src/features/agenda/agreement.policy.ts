import type { Policy } from '#kernel/policy.ts';
import { mayContribute, mayLead } from '#features/trajectory/trajectory.policy.ts';

type Access = Parameters<typeof mayContribute>[1];

/** Whoever leads, for every party; whoever takes part, for their own organisation only. */
export const mayRecordAgreement: Policy<Access & { parties: readonly string[] }> = (
	actor,
	access,
) => {
	const leads = mayLead(actor, access);
	if (leads === true || actor.kind !== 'member') return leads;
	const contributes = mayContribute(actor, access);
	if (contributes !== true) return contributes;
	return access.parties.every((party) => party === actor.organisationId) ? true : leads;
};
