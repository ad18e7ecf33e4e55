import type { Reader } from '#server/database/handles.ts';
import type { StepKind } from './course.ts';

/** One step of a signal as its page and the minutes tell it. */
export interface StepLine {
	id: string;
	signalId: string;
	kind: StepKind;
	text: string;
	coreMeetingId: string | null;
	/** The day of the meeting (`YYYY-MM-DD`), or null for a step between two meetings. */
	meetingDay: string | null;
	participantName: string | null;
	participantRole: string | null;
	approachId: string | null;
	organisationName: string | null;
	createdAt: Date;
	number: number;
}

/** Steps of one signal or of one meeting, in order. */
export function stepsOf(
	reader: Reader,
	municipalityId: string,
	of: { signalId: string } | { coreMeetingId: string },
): Promise<StepLine[]> {
	const rows = reader
		.selectFrom('signal_step as t')
		.leftJoin('core_meeting as m', (join) =>
			join
				.onRef('m.municipality_id', '=', 't.municipality_id')
				.onRef('m.id', '=', 't.core_meeting_id'),
		)
		.leftJoin('participant as p', (join) =>
			join
				.onRef('p.municipality_id', '=', 't.municipality_id')
				.onRef('p.id', '=', 't.participant_id'),
		)
		.leftJoin('organisation as w', (join) =>
			join
				.onRef('w.municipality_id', '=', 'p.municipality_id')
				.onRef('w.id', '=', 'p.organisation_id'),
		)
		.leftJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 't.municipality_id')
				.onRef('o.id', '=', 't.organisation_id'),
		)
		.select(['t.id', 't.signal_id as signalId', 't.text', 't.core_meeting_id as coreMeetingId'])
		.select((eb) => eb.ref('t.kind').$castTo<StepKind>().as('kind'))
		.select(['m.held_on as meetingDay', 'w.name as participantName', 'o.name as organisationName'])
		.select(['p.role_note as participantRole', 't.approach_id as approachId'])
		.select(['t.created_at as createdAt', 't.number'])
		.where('t.municipality_id', '=', municipalityId)
		.orderBy('t.signal_id')
		.orderBy('t.number');
	return 'signalId' in of
		? rows.where('t.signal_id', '=', of.signalId).execute()
		: rows.where('t.core_meeting_id', '=', of.coreMeetingId).execute();
}
