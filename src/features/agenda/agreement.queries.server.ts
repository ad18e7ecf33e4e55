import type { Reader } from '#server/database/handles.ts';

/** What one party thinks of a priority. */
export interface Agreement {
	priorityId: string;
	/** Null: the residents as a party of their own. */
	organisationId: string | null;
	/** '' for the residents: the interface has a word for them. */
	name: string;
	isResidents: boolean;
	answer: string;
	note: string;
	version: number;
}

/** What parties think of the priorities of a trajectory, organisations by name and the residents last. */
export async function agreementsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Agreement[]> {
	const rows = await reader
		.selectFrom('priority_agreement as a')
		.leftJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'a.municipality_id')
				.onRef('o.id', '=', 'a.organisation_id'),
		)
		.select(['a.priority_id as priorityId', 'a.organisation_id as organisationId'])
		.select(['a.answer', 'a.note', 'a.version', 'o.name', 'o.sector'])
		.where('a.municipality_id', '=', municipalityId)
		.where('a.trajectory_id', '=', trajectoryId)
		.orderBy('o.name')
		.execute();
	return rows.map(({ name, sector, ...row }) => ({
		...row,
		name: name ?? '',
		isResidents: sector === null || sector === 'residents',
	}));
}

/** Whether college or council decided on something that answers this finding: then who agreed is history. */
export async function isDecidedOn(
	reader: Reader,
	municipalityId: string,
	priorityId: string,
): Promise<boolean> {
	const decision = await reader
		.selectFrom('priority as p')
		.innerJoin('agenda_item_finding as l', (join) =>
			join
				.onRef('l.municipality_id', '=', 'p.municipality_id')
				.onRef('l.finding_id', '=', 'p.finding_id'),
		)
		.innerJoin('agenda_item as i', (join) =>
			join
				.onRef('i.municipality_id', '=', 'l.municipality_id')
				.onRef('i.id', '=', 'l.agenda_item_id'),
		)
		.innerJoin('decision as d', (join) =>
			join
				.onRef('d.municipality_id', '=', 'i.municipality_id')
				.onRef('d.agenda_item_id', '=', 'i.id'),
		)
		.select('d.id')
		.where('p.municipality_id', '=', municipalityId)
		.where('p.id', '=', priorityId)
		.where('i.withdrawn_at', 'is', null)
		.where('d.withdrawn_at', 'is', null)
		// Given back to be adapted is no decision yet.
		.where('d.outcome', '<>', 'returned')
		.limit(1)
		.executeTakeFirst();
	return decision !== undefined;
}
