import { expect, test } from 'vitest';
import { partiesAtTable } from './table-parties.ts';

const counts = (sectors: string[]) =>
	Object.fromEntries(partiesAtTable(sectors).map(({ id, count }) => [id, count]));

test('an empty table misses all five', () => {
	expect(counts([])).toEqual({ housing: 0, care: 0, welfare: 0, safety: 0, residents: 0 });
});

test('every organisation counts for its own world', () => {
	expect(counts(['housing', 'housing', 'safety', 'municipality'])).toEqual({
		housing: 2,
		care: 0,
		welfare: 0,
		safety: 1,
		residents: 0,
	});
});
