import type { RoughDay } from '#kernel/fields.ts';
import { lastDayOf } from '#kernel/rough-day.ts';
import type { Language } from '#locales/messages.ts';
import { momentTexts } from '#locales/moments.ts';
import type { CalendarEvent } from './icalendar.ts';
import type { PoliticalMoment } from './moment.queries.server.ts';
import { momentName } from './moment-text.ts';

interface Place {
	/** The address of the calendar, complete. */
	url: string;
	language: Language;
	/** The titles of the agenda items, by id. */
	titles: ReadonlyMap<string, string>;
}

/**
 * A moment as an entry of a calendar; null while it has no date. Of a month or a year it takes all the days, and nobody's
 * time.
 */
export function eventOf(
	moment: PoliticalMoment,
	{ url, language, titles }: Place,
): CalendarEvent | null {
	if (moment.heldOn === null) return null;
	const t = momentTexts[language];
	const day = roughDayOf(moment.heldOn);
	return {
		id: moment.id,
		sequence: moment.version - 1,
		from: day.on,
		until: dayAfter(lastDayOf(day)),
		title: `${momentName(moment, language)}: ${t.purposes[moment.purpose].toLowerCase()}`,
		text: [
			moment.about,
			...moment.agendaItemIds.flatMap((id) => titles.get(id) ?? []).map((title) => `- ${title}`),
			day.precision === 'day' ? '' : t.roughDay,
			moment.stateReason && `${t.states[moment.state]}. ${t.because} ${moment.stateReason}`,
		]
			.filter(Boolean)
			.join('\n'),
		url,
		isCancelled: moment.state === 'dropped',
		isRough: day.precision !== 'day',
	};
}

function roughDayOf(iso: string): RoughDay {
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
	return { on: `${iso}-01-01`.slice(0, 10), precision };
}

function dayAfter(day: string): string {
	return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
