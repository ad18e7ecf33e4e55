/** One entry of a calendar: a time, a whole day, or the days of a month or year of which the day is not known yet. */
export interface CalendarEvent {
	/** Stays the same for ever, also when the entry changes. */
	id: string;
	/** Rises with every change, from 0. */
	sequence: number;
	/** The first day, and the day after the last (`YYYY-MM-DD`). */
	from: string;
	until: string;
	/** The moments between which it is, where the time is known; then the days do not count. */
	startsAt?: Date;
	endsAt?: Date;
	place?: string;
	title: string;
	text: string;
	/** Where one reads more. */
	url: string;
	isCancelled: boolean;
	/** Takes no time of anybody: the day itself is not known. */
	isRough: boolean;
}

/**
 * Entries as an iCalendar object (RFC 5545): lines of at most 75 octets, ended by CR and LF.
 * @param stamp the moment at which it is made.
 */
export function iCalendar(name: string, events: readonly CalendarEvent[], stamp: Date): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Wijkagenda//Wijkagenda//NL',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(name)}`,
		...events.flatMap((event) => linesOf(event, stamp)),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(event: CalendarEvent, stamp: Date): string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${event.id}@wijkagenda`,
		`DTSTAMP:${utc(stamp)}`,
		`SEQUENCE:${event.sequence}`,
		...timesOf(event),
		`SUMMARY:${escaped(event.title)}`,
		...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
		...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
		`URL:${event.url}`,
		`STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		...(event.isRough ? ['TRANSP:TRANSPARENT'] : []),
		'END:VEVENT',
	];
}

/** Moments in UTC (§3.3.5): every calendar shows them by its own clock, and no table of a time zone has to go along. */
function timesOf({ startsAt, endsAt, from, until }: CalendarEvent): string[] {
	if (startsAt) return [`DTSTART:${utc(startsAt)}`, ...(endsAt ? [`DTEND:${utc(endsAt)}`] : [])];
	return [
		`DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`,
		`DTEND;VALUE=DATE:${until.replaceAll('-', '')}`,
	];
}

function utc(moment: Date): string {
	return moment.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A text as a value (RFC 5545 §3.3.11). Control characters that no calendar can hold are left out. */
function escaped(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replaceAll('\n', '\\n');
}

const encoder = new TextEncoder();

/** A line in pieces of at most 75 octets, never within a character; each next one begins with a space (§3.1). */
function folded(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > 75) {
			pieces.push(piece);
			piece = ' ';
			octets = 1;
		}
		piece += character;
		octets += size;
	}
	return [...pieces, piece].join('\r\n');
}
