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
}

/**
 * The findings of a trajectory in the order in which they were added; those that were withdrawn only when asked for.
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
		.select((eb) => eb('withdrawn_at', 'is not', null).as('isWithdrawn'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('created_at')
		.orderBy('id');
	if (!options.withWithdrawn) findings = findings.where('withdrawn_at', 'is', null);
	const rows = await findings.execute();
	return rows.map((row) => ({ ...row, isWithdrawn: Boolean(row.isWithdrawn) }));
}
