import type { Reader } from '#server/database/handles.ts';

/** What came of talking about one finding by one criterion. */
export interface Discussion {
	id: string;
	findingId: string;
	criterion: string;
	note: string;
	createdAt: Date;
	version: number;
	/** Why it was withdrawn; '' when it stands. */
	withdrawnReason: string;
}

/** What was talked about in a trajectory. Only to be shown with findings whose scores the reader may see. */
export async function discussionsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<{ standing: Discussion[]; withdrawn: Discussion[] }> {
	const rows = await reader
		.selectFrom('score_discussion')
		.select(['id', 'finding_id as findingId', 'criterion', 'note', 'created_at as createdAt'])
		.select(['version', 'withdrawn_reason as withdrawnReason', 'withdrawn_at as withdrawnAt'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
	const lines = (wanted: boolean) =>
		rows
			.filter(({ withdrawnAt }) => (withdrawnAt !== null) === wanted)
			.map(({ withdrawnAt: _, ...line }) => line);
	return { standing: lines(false), withdrawn: lines(true) };
}
