import { error } from '@sveltejs/kit';
import { slugOf } from '#features/trajectory/slug.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import { momentTexts } from '#locales/moments.ts';
import type { Language } from '#locales/messages.ts';
import { runtime } from '#server/runtime.ts';
import { iCalendar } from './icalendar.ts';
import { eventOf } from './moment-calendar.ts';
import type { PoliticalMoment } from './moment.queries.server.ts';

interface Asked {
	/** What the reader may see of the calendar. */
	calendar: { moments: PoliticalMoment[]; items: { id: string; title: string }[] };
	trajectory: { areaName: string };
	/** The path of the calendar. */
	path: string;
	language: Language;
	/** One moment only. */
	only?: string;
}

/**
 * The calendar, or one moment of it, as a file for any calendar program. What is in it depends on who asks, so nobody in
 * between may keep it.
 */
export function calendarFile({ calendar, trajectory, path, language, only }: Asked): Response {
	const t = momentTexts[language];
	const place = {
		url: `${runtime().config.publicUrl}${path}`,
		language,
		titles: new Map(calendar.items.map(({ id, title }) => [id, title])),
	};
	const wanted = calendar.moments.filter(({ id }) => only === undefined || id === only);
	const events = wanted.flatMap((moment) => eventOf(moment, place) ?? []);
	if (only !== undefined && events.length === 0)
		error(404, { message: explain(notFound(), language) });
	const text = iCalendar(t.calendarName(trajectory.areaName), events, new Date());
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${t.fileName(slugOf(trajectory.areaName))}.ics"`,
			'cache-control': 'private, no-store',
		},
	});
}
