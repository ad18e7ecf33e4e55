import { expect, it } from 'vitest';
import { ageOf } from './ages.ts';

const now = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;

it('says how long ago something was kept, in whole units', () => {
	const ages = [0, 1, 59, 60, 23 * 60 + 59, 24 * 60, 72 * 60].map((minutes) =>
		ageOf(now - minutes * minute, now, 'nl'),
	);
	expect(ages).toEqual([
		'zojuist',
		'1 minuut geleden',
		'59 minuten geleden',
		'1 uur geleden',
		'23 uur geleden',
		'1 dag geleden',
		'3 dagen geleden',
	]);
});

it('makes no riddle of a clock that was set back since', () => {
	expect(ageOf(now + 500 * minute, now, 'en')).toBe('just now');
});
