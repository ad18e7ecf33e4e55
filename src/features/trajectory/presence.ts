/** Who has a trajectory open, by organisation and never by name. */
export interface Presence {
	/** Each organisation with how many people of it are here, by name. */
	organisations: { name: string; count: number }[];
	/** Per place: the organisations of the others that are in it. */
	places: Record<string, string[]>;
}

export const nobody: Presence = { organisations: [], places: {} };

/** Where somebody is: one browser tab of one member. */
export interface Whereabouts {
	/** The id that the tab made for itself. */
	tab: string;
	membershipId: string;
	organisationName: string;
	/** For a form: `<theme>/<column>`; null while nowhere in particular. */
	place: string | null;
}

/** What one of those present sees of all of them: where the reader is, the reader knows. */
export function presenceFor(tab: string, all: readonly Whereabouts[]): Presence {
	const counts = new Map<string, number>();
	const places: Record<string, string[]> = {};
	for (const one of all) {
		counts.set(one.organisationName, (counts.get(one.organisationName) ?? 0) + 1);
		if (one.place === null || one.tab === tab) continue;
		const here = (places[one.place] ??= []);
		if (!here.includes(one.organisationName)) here.push(one.organisationName);
	}
	const organisations = [...counts]
		.map(([name, count]) => ({ name, count }))
		.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
	return { organisations, places };
}
