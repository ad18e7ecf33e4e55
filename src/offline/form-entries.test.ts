import { expect, it } from 'vitest';
import { withTyped } from './form-entries.ts';
import type { FieldEntry } from './record.ts';

const untouched: FieldEntry[] = [
	['place', ''],
	['busy', ''],
	['seen', ''],
];
const kept: FieldEntry[] = [
	['place', 'Het plein'],
	['who', 'children'],
	['who', 'elderly'],
	['busy', 'quiet'],
	['seen', 'Er wordt geschaakt.'],
];

it('a draft comes back as it was kept in a form that nobody touched', () => {
	expect(withTyped(kept, untouched, untouched)).toEqual(expect.arrayContaining(kept));
	expect(withTyped(kept, untouched, untouched)).toHaveLength(kept.length);
});

it('what was typed or ticked before it came back stays; the other fields come back', () => {
	const now: FieldEntry[] = [
		['place', 'Het plein'],
		['who', 'teenagers'],
		['busy', ''],
		['seen', 'Er wordt gedamd.'],
	];
	expect(Object.fromEntries(withTyped(kept, untouched, now))).toEqual({
		place: 'Het plein',
		who: 'teenagers',
		busy: 'quiet',
		seen: 'Er wordt gedamd.',
	});
});

it('nothing of a draft is lost that has no field of its own any more', () => {
	expect(withTyped([['former', 'x']], untouched, untouched)).toContainEqual(['former', 'x']);
});
