import { expect, it } from 'vitest';
import { iCalendar } from '#features/agenda/icalendar.ts';
import { eventOfMeeting } from './meeting-calendar.ts';

const place = {
	areaName: 'Geitenkamp',
	url: 'https://voorbeeld.nl/overleg',
	language: 'nl' as const,
};
const meeting = {
	...{ id: '0190', version: 3, place: 'Buurthuis; zaal 1, achterin', otherPoints: '' },
	...{ heldOn: '2026-07-07', startsAt: '09:30', endsAt: '10:30' },
	...{ state: 'planned' as const, stateReason: '' },
};
const fileOf = (changes: object) =>
	iCalendar(
		'X',
		[eventOfMeeting({ ...meeting, ...changes }, place)],
		new Date('2026-03-02T09:00:00Z'),
	);

it('is at its time on clocks in the Netherlands, in summer and in winter', () => {
	expect(fileOf({})).toContain('DTSTART:20260707T073000Z\r\nDTEND:20260707T083000Z\r\n');
	expect(fileOf({ heldOn: '2026-12-01' })).toContain('DTSTART:20261201T083000Z\r\n');
});

it('takes an hour when nobody said until when, and the whole day without a time', () => {
	expect(fileOf({ endsAt: null })).toContain('DTEND:20260707T083000Z\r\n');
	const day = fileOf({ startsAt: null, endsAt: null });
	expect(day).toContain('DTSTART;VALUE=DATE:20260707\r\nDTEND;VALUE=DATE:20260708\r\n');
});

it('escapes the place, rises with each change, and says that it was called off', () => {
	expect(fileOf({})).toContain('LOCATION:Buurthuis\\; zaal 1\\, achterin\r\n');
	expect(fileOf({})).toContain('SEQUENCE:2\r\n');
	expect(fileOf({ state: 'dropped', stateReason: 'Ziek' })).toContain('STATUS:CANCELLED\r\n');
});
