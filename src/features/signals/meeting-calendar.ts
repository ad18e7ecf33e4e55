import type { CalendarEvent } from '#features/agenda/icalendar.ts';
import { atClock } from '#features/evidence/moment.ts';
import type { Language } from '#locales/messages.ts';
import { meetingTexts } from '#locales/core-meetings.ts';
import type { MeetingLine } from './meetings.server.ts';

interface Place {
	areaName: string;
	/** The address of the meetings, complete. */
	url: string;
	language: Language;
}

/** How long a meeting takes in a calendar when nobody said when it ends, in minutes. */
const usualMinutes = 60;

/** A meeting as an entry of a calendar: at its time, or the whole day while that is not known. */
export function eventOfMeeting(
	meeting: Pick<
		MeetingLine,
		| 'id'
		| 'version'
		| 'heldOn'
		| 'startsAt'
		| 'endsAt'
		| 'place'
		| 'otherPoints'
		| 'state'
		| 'stateReason'
	>,
	{ areaName, url, language }: Place,
): CalendarEvent {
	const t = meetingTexts[language];
	const { id, heldOn, startsAt, endsAt } = meeting;
	const start = startsAt === null ? undefined : atClock(heldOn, startsAt);
	const end =
		endsAt === null
			? start && new Date(start.getTime() + usualMinutes * 60_000)
			: atClock(heldOn, endsAt);
	return {
		id,
		sequence: meeting.version - 1,
		from: heldOn,
		until: dayAfter(heldOn),
		startsAt: start,
		endsAt: end,
		place: meeting.place,
		title: t.eventTitle(areaName),
		text: [t.eventText, meeting.otherPoints, meeting.stateReason].filter(Boolean).join('\n'),
		url: `${url}/${id}`,
		isCancelled: meeting.state === 'dropped',
		isRough: false,
	};
}

function dayAfter(day: string): string {
	return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
