import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iCalendar, type CalendarEvent } from './icalendar.ts';

const stamp = new Date('2026-03-02T09:00:00.123Z');
const event = (own: Partial<CalendarEvent> = {}): CalendarEvent => ({
	id: '0190',
	sequence: 0,
	from: '2026-04-01',
	until: '2026-04-02',
	title: 'Gemeenteraad',
	text: '',
	url: 'https://voorbeeld.nl/a',
	isCancelled: false,
	isRough: false,
	...own,
});
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

describe('a calendar', () => {
	test('holds a whole day, with the day after as its end', () => {
		const text = iCalendar('Geitenkamp', [event()], stamp);
		expect(text.split('\r\n')).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Wijkagenda//Wijkagenda//NL',
			'CALSCALE:GREGORIAN',
			'METHOD:PUBLISH',
			'X-WR-CALNAME:Geitenkamp',
			'BEGIN:VEVENT',
			'UID:0190@wijkagenda',
			'DTSTAMP:20260302T090000Z',
			'SEQUENCE:0',
			'DTSTART;VALUE=DATE:20260401',
			'DTEND;VALUE=DATE:20260402',
			'SUMMARY:Gemeenteraad',
			'URL:https://voorbeeld.nl/a',
			'STATUS:CONFIRMED',
			'END:VEVENT',
			'END:VCALENDAR',
			'',
		]);
	});

	test('says that a moment was dropped, and that a rough one takes no time', () => {
		const text = iCalendar('X', [event({ isCancelled: true, isRough: true })], stamp);
		expect(text).toContain('STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n');
	});

	test('keeps every line within 75 octets and every text whole, whatever was typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
				const title = typed.replace(/[^\P{Cc}\n\t]/gu, '');
				const text = iCalendar('X', [event({ title: typed })], stamp);
				for (const line of text.split('\r\n'))
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				const [, summary = ''] = /\r\nSUMMARY:(.*?)\r\nURL:/s.exec(unfolded(text)) ?? [];
				const read = summary.replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
				expect(read).toBe(title);
			}),
		);
	});
});
