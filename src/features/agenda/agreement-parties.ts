import { residentsKey } from './agreement.schema.ts';
import type { Agreement } from './agreement.queries.server.ts';
import type { Party } from './party.queries.server.ts';

/** A party that can be asked whether it agrees. */
export interface AskedParty {
	/** As the form and the API name it: the organisation's id, or `residents`. */
	key: string;
	/** '' for the residents: the interface has a word for them. */
	name: string;
	isResidents: boolean;
	/** What it answered so far. */
	agreement: Agreement | null;
}

/**
 * Everyone who can be asked about a priority: the organisations that take part or scored, whoever answered before, and
 * always the residents as a party of their own, last.
 */
export function askedParties(
	parties: readonly Party[],
	agreements: readonly Agreement[],
): AskedParty[] {
	const answers = new Map(agreements.map((one) => [one.organisationId ?? residentsKey, one]));
	const organisations = parties
		.filter(({ gathered }) => gathered === null)
		.map(({ id, name, isResidents }) => ({ key: id, name, isResidents }));
	const known = new Set(organisations.map(({ key }) => key));
	const others = agreements.flatMap(({ organisationId, name, isResidents }) =>
		organisationId === null || known.has(organisationId)
			? []
			: { key: organisationId, name, isResidents },
	);
	return [...organisations, ...others, { key: residentsKey, name: '', isResidents: true }].map(
		(party) => ({ ...party, agreement: answers.get(party.key) ?? null }),
	);
}
