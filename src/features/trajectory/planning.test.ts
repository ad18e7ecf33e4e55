import { expect, test } from 'vitest';
import { planFrom } from './planning.ts';

const phases = [{ weeks: 2 }, { weeks: 1 }];

test('phases follow one another without a gap', () => {
	expect(planFrom(phases, '2026-01-05')).toEqual([
		{ phase: { weeks: 2 }, startsOn: '2026-01-05', endsOn: '2026-01-18' },
		{ phase: { weeks: 1 }, startsOn: '2026-01-19', endsOn: '2026-01-25' },
	]);
});

test('without a first day the phases have no dates yet', () => {
	expect(
		planFrom(phases, null).every(({ startsOn, endsOn }) => startsOn === null && endsOn === null),
	).toBe(true);
});
