import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cursorOf, readCursor } from './cursor.ts';

it('a place in the list comes back as it was written', () => {
	const date = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(date, fc.uuid(), (at, id) => {
			expect(readCursor(cursorOf({ createdAt: at, id }))).toEqual({ at, id });
		}),
	);
});

it('a place that somebody made up is refused', () => {
	for (const text of ['', 'x', '1_2', '1_0199f0d2-0000-7000-8000-000000000000_3'])
		expect(() => readCursor(text)).toThrow('input.invalid');
});
