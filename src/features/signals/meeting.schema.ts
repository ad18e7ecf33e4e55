import * as v from 'valibot';
import {
	day,
	id,
	optionalNote,
	optionalText,
	optionalTime,
	text,
	version,
} from '#kernel/fields.ts';

const planned = {
	heldOn: day(),
	/** On the clock of the Netherlands; left out while it is not known. */
	startsAt: optionalTime(),
	endsAt: optionalTime(),
	place: optionalText(200),
	/** What else is on the agenda, one point a line. */
	otherPoints: optionalNote(2000),
};

interface Times {
	startsAt: string | null;
	endsAt: string | null;
}
const hasStart = ({ startsAt, endsAt }: Times) => endsAt === null || startsAt !== null;
const isInOrder = ({ startsAt, endsAt }: Times) =>
	endsAt === null || startsAt === null || endsAt > startsAt;

export const addMeetingSchema = v.pipe(
	v.object({ trajectoryId: id(), ...planned }),
	v.forward(v.partialCheck([['startsAt'], ['endsAt']], hasStart, 'required'), ['startsAt']),
	v.forward(v.partialCheck([['startsAt'], ['endsAt']], isInOrder, 'end_before_start'), ['endsAt']),
);

export const changeMeetingSchema = v.pipe(
	v.object({ coreMeetingId: id(), version: version(), ...planned }),
	v.forward(v.partialCheck([['startsAt'], ['endsAt']], hasStart, 'required'), ['startsAt']),
	v.forward(v.partialCheck([['startsAt'], ['endsAt']], isInOrder, 'end_before_start'), ['endsAt']),
);

export const meetingIdSchema = v.object({ coreMeetingId: id() });
export const meetingVersionSchema = v.object({ coreMeetingId: id(), version: version() });

export const dropMeetingSchema = v.object({
	coreMeetingId: id(),
	version: version(),
	reason: text(500),
});

/** Who was there and what was said, beside the signals. */
export const minuteSchema = v.object({
	coreMeetingId: id(),
	version: version(),
	/** The organisations that were there. */
	organisationIds: v.optional(v.array(id()), []),
	/** Who else was there, by role. */
	othersPresent: optionalNote(300),
	/** Decisions beside those on signals, one a line. */
	decisions: optionalNote(4000),
	notes: optionalNote(8000),
});

export const tellSchema = v.object({ coreMeetingId: id(), version: version() });

export type PlannedMeeting = Omit<v.InferOutput<typeof addMeetingSchema>, 'trajectoryId'>;
