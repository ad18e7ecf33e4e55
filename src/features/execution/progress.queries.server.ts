import { isoOf } from '#kernel/fields.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';

/** How an approach stood on a date. */
export interface Progress {
	id: string;
	approachId: string;
	status: string;
	text: string;
	measured: string;
	/** ISO text as precise as it is known. */
	reportedOn: string;
	organisationName: string;
	version: number;
	/** Why it was withdrawn; '' when it stands. */
	withdrawnReason: string;
}

/** The reports on all approaches of a trajectory, the newest first: standing or withdrawn. */
export async function progressOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: Which = 'standing',
): Promise<Progress[]> {
	const rows = await reader
		.selectFrom('progress as p')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'p.municipality_id')
				.onRef('o.id', '=', 'p.organisation_id'),
		)
		.select(['p.id', 'p.approach_id as approachId', 'p.status', 'p.text', 'p.measured'])
		.select(['p.reported_on', 'p.reported_precision', 'o.name as organisationName', 'p.version'])
		.select('p.withdrawn_reason as withdrawnReason')
		.where('p.municipality_id', '=', municipalityId)
		.where('p.trajectory_id', '=', trajectoryId)
		.where('p.withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
		.orderBy('p.reported_on', 'desc')
		.orderBy('p.created_at', 'desc')
		.execute();
	return rows.map(({ reported_on, reported_precision, ...row }) => ({
		...row,
		reportedOn: isoOf(reported_on, reported_precision) ?? reported_on,
	}));
}
