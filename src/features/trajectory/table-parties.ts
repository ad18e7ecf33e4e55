import parties from '#content/table-parties.json' with { type: 'json' };
import type { Bilingual } from '#kernel/bilingual.ts';

/** One of the worlds that should be at the table (S4 §4.2: housing, care, welfare, safety; and residents). */
export interface Party {
	id: string;
	name: Bilingual;
	/** How many participants count for it. */
	count: number;
	/** What to say while there is none. */
	missing: Bilingual;
}

/** Which of the worlds are at the table, from the sectors of those who take part. */
export function partiesAtTable(sectors: readonly string[]): Party[] {
	return parties.parties.map((party) => ({
		id: party.id,
		name: party.name,
		count: sectors.filter((sector) => party.sectors.includes(sector)).length,
		missing: party.missing,
	}));
}
