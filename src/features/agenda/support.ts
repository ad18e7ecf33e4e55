import type { View } from './standpoint.schema.ts';

/** One that takes part: an organisation, or the residents (null). */
export interface SupportParty {
	id: string | null;
	/** '' for the residents: their name is of the reader's language. */
	name: string;
}

/** A party's standpoint on one item. */
export interface Standpoint {
	id: string;
	agendaItemId: string;
	organisationId: string | null;
	organisationName: string;
	view: View;
	reason: string;
	origin: 'party' | 'entered';
	ground: string;
	gathered: string | null;
	people: number | null;
	/** ISO text as precise as it is known. */
	statedOn: string | null;
	version: number;
	/** True when the item reads otherwise since: it was given on an earlier text. */
	onEarlierText: boolean;
}

/** What every party finds of one item. */
export interface Support {
	/** In the order of the parties; null where nothing is known. */
	cells: { party: SupportParty; standpoint: Standpoint | null }[];
	counts: Record<View, number>;
	/** How many parties of which nothing is known. */
	unknown: number;
	/** How many standpoints were given on an earlier text. */
	earlier: number;
	/** Every party was asked and answered: with for, a remark, against, or by abstaining. */
	isComplete: boolean;
}

/**
 * The parties whose standpoints count: the residents, the organisations that take part, and those that gave a standpoint
 * and left since.
 */
export function partiesOf(
	taking: readonly SupportParty[],
	standpoints: readonly Standpoint[],
): SupportParty[] {
	const parties = new Map<string | null, SupportParty>([[null, { id: null, name: '' }]]);
	for (const { id, name } of taking) if (!parties.has(id)) parties.set(id, { id, name });
	for (const { organisationId: id, organisationName: name } of standpoints)
		if (!parties.has(id)) parties.set(id, { id, name });
	return [...parties.values()];
}

/** Puts the standpoints on one item beside the parties. */
export function supportOf(
	agendaItemId: string,
	parties: readonly SupportParty[],
	standpoints: readonly Standpoint[],
): Support {
	const own = new Map(
		standpoints
			.filter((one) => one.agendaItemId === agendaItemId)
			.map((one) => [one.organisationId, one]),
	);
	const cells = parties.map((party) => ({ party, standpoint: own.get(party.id) ?? null }));
	const counts: Record<View, number> = { for: 0, remark: 0, against: 0, abstains: 0, not_asked: 0 };
	for (const { standpoint } of cells) if (standpoint) counts[standpoint.view] += 1;
	const unknown = cells.filter(({ standpoint }) => !standpoint).length;
	return {
		cells,
		counts,
		unknown,
		earlier: cells.filter(({ standpoint }) => standpoint?.onEarlierText).length,
		isComplete: cells.length > 0 && unknown === 0 && counts.not_asked === 0,
	};
}
