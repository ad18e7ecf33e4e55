import { describe, expect, it } from 'vitest';
import { pictureOf, ranked, type VisitCount } from './place-picture.ts';

const visit = (over: Partial<VisitCount>): VisitCount => ({
	weekday: 1,
	part: 1,
	busy: null,
	mood: null,
	order: null,
	who: [],
	times: 1,
	...over,
});
const cellAt = (visits: VisitCount[], weekday: number, part: string) =>
	pictureOf(visits).find((cell) => cell.weekday === weekday && cell.part === part);

describe('the picture of a place', () => {
	it('has a cell for every day and part of the day, also where nobody looked', () => {
		const cells = pictureOf([]);
		expect(cells).toHaveLength(28);
		expect(cells.every(({ times, busyness }) => times === 0 && busyness === null)).toBe(true);
	});

	it('counts visits, not people, in the cell of their day and hour', () => {
		const visits = [
			visit({ weekday: 3, part: 2, busy: 'busy', who: ['children', 'families'], times: 3 }),
			visit({ weekday: 3, part: 2, busy: 'quiet', who: ['children'] }),
		];
		const cell = cellAt(visits, 3, 'afternoon');
		expect(cell).toMatchObject({ times: 4, busyness: 0.75 });
		expect(ranked(cell?.who ?? new Map())).toEqual([
			['children', 4],
			['families', 3],
		]);
		expect(cellAt(visits, 3, 'morning')?.times).toBe(0);
	});

	it('says nothing about how busy it was where nobody said so', () => {
		expect(cellAt([visit({ mood: 'pleasant' })], 1, 'morning')).toMatchObject({
			times: 1,
			busyness: null,
		});
	});
});
