import { error } from '@sveltejs/kit';
import { iCalendar } from '#features/agenda/icalendar.ts';
import { slugOf } from '#features/trajectory/slug.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { meetingTexts } from '#locales/core-meetings.ts';
import type { Language } from '#locales/messages.ts';
import { runtime } from '#server/runtime.ts';
import { eventOfMeeting } from './meeting-calendar.ts';
import type { MeetingLine } from './meetings.server.ts';

interface Asked {
	meetings: readonly MeetingLine[];
	trajectory: { areaName: string };
	/** The path of the meetings. */
	path: string;
	language: Language;
	/** One meeting only. */
	only?: string;
}

/** The meetings of the core group, or one of them, as a file for any calendar program. */
export function meetingsFile({ meetings, trajectory, path, language, only }: Asked): Response {
	const t = meetingTexts[language];
	const place = {
		areaName: trajectory.areaName,
		url: `${runtime().config.publicUrl}${path}`,
		language,
	};
	const wanted = meetings.filter(({ id }) => only === undefined || id === only);
	if (only !== undefined && wanted.length === 0)
		error(404, { message: explain(notFound(), language) });
	const events = wanted.map((meeting) => eventOfMeeting(meeting, place));
	return new Response(iCalendar(t.calendarName(trajectory.areaName), events, new Date()), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${t.fileName(slugOf(trajectory.areaName))}.ics"`,
			'cache-control': 'private, no-store',
		},
	});
}
