import type { Reader } from '#server/database/handles.ts';

export type MeetingState = 'planned' | 'closed' | 'dropped';

/** A meeting of the core group as a list shows it. */
export interface MeetingLine {
	id: string;
	version: number;
	/** `YYYY-MM-DD`. */
	heldOn: string;
	/** `HH:MM` on the clock of the Netherlands, or null. */
	startsAt: string | null;
	endsAt: string | null;
	place: string;
	otherPoints: string;
	state: MeetingState;
	stateReason: string;
	decisions: string;
	notes: string;
	othersPresent: string;
	toldAt: Date | null;
	toldParticipants: number;
	toldMakers: number;
}

/** The meetings of a trajectory, the newest first. */
export function meetingLines(reader: Reader, municipalityId: string) {
	return reader
		.selectFrom('core_meeting')
		.select(['id', 'version', 'held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt'])
		.select(['place', 'other_points as otherPoints', 'state_reason as stateReason'])
		.select((eb) => eb.ref('state').$castTo<MeetingState>().as('state'))
		.select(['decisions', 'notes', 'others_present as othersPresent', 'told_at as toldAt'])
		.select(['told_participants as toldParticipants', 'told_makers as toldMakers'])
		.where('municipality_id', '=', municipalityId)
		.orderBy('held_on', 'desc')
		.orderBy('starts_at', (order) => order.desc().nullsLast())
		.orderBy('id', 'desc');
}

/** Which organisations were at a meeting. */
export async function organisationsAt(
	reader: Reader,
	municipalityId: string,
	coreMeetingId: string,
): Promise<{ id: string; name: string }[]> {
	return reader
		.selectFrom('core_meeting_organisation as l')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'l.municipality_id')
				.onRef('o.id', '=', 'l.organisation_id'),
		)
		.select(['o.id', 'o.name'])
		.where('l.municipality_id', '=', municipalityId)
		.where('l.core_meeting_id', '=', coreMeetingId)
		.orderBy('o.name')
		.execute();
}
