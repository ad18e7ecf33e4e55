import type { Reader } from '#server/database/handles.ts';

/** A finding as the rooms after the analysis need it. */
export interface FindingLine {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	/** The first is where the finding stands. */
	themes: string[];
	/** True when it was withdrawn. */
	isWithdrawn: boolean;
	/** True when it speaks for the findings that were grouped in it. */
	isGroup: boolean;
	/** The group that speaks for it; null when it speaks for itself. */
	groupedInto: string | null;
}

/**
 * The findings of a trajectory in the order in which they were added. A group counts as one finding: what is grouped
 * in it is left out, as is what was withdrawn; `withWithdrawn` gives both as well, for what was chosen before.
 * For the public, row-level security leaves only those of an analysis that was made public.
 */
export async function findingsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	options: { withWithdrawn?: boolean } = {},
): Promise<FindingLine[]> {
	let findings = reader
		.selectFrom('finding')
		.select(['id', 'kind', 'signal_kind as signalKind', 'text', 'themes'])
		.select(['is_group as isGroup', 'grouped_into as groupedInto'])
		.select((eb) => eb('withdrawn_at', 'is not', null).as('isWithdrawn'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('created_at')
		.orderBy('id');
	if (!options.withWithdrawn)
		findings = findings.where('withdrawn_at', 'is', null).where('grouped_into', 'is', null);
	const rows = await findings.execute();
	return rows.map((row) => ({ ...row, isWithdrawn: Boolean(row.isWithdrawn) }));
}

/** These findings, and the groups that speak for them now: what was chosen before it was grouped is still chosen. */
export function spokenFor(ids: Iterable<string>, all: readonly FindingLine[]): Set<string> {
	const chosen = new Set(ids);
	const groups = all.flatMap(({ id, groupedInto }) => (chosen.has(id) ? (groupedInto ?? []) : []));
	return new Set([...chosen, ...groups]);
}

/** The group that speaks for a finding; null when it speaks for itself. */
export async function groupOf(
	reader: Reader,
	municipalityId: string | null,
	findingId: string,
): Promise<string | null> {
	const row = await reader
		.selectFrom('finding')
		.select('grouped_into as groupedInto')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', findingId)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return row?.groupedInto ?? null;
}
