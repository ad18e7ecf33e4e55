import { describe, expect, it } from 'vitest';
import type { Guide } from './guide.schema.ts';
import { guidesInUse } from './guides-in-use.ts';

const guide = (id: string): Guide => ({
	id,
	speaker: 'resident',
	name: { nl: id, en: id },
	questions: [],
	version: 1,
});
const shipped = [guide('passer-by'), guide('resident')];
const ids = (...own: Parameters<typeof guidesInUse>[1]) =>
	guidesInUse(shipped, own).map(({ id }) => id);

describe('the guides to choose from', () => {
	it('are those of the program as long as there are no own ones', () => {
		expect(ids()).toEqual(['passer-by', 'resident']);
	});

	it('have an own guide in the place of what it was made of, or behind it', () => {
		expect(ids({ guide: guide('ours'), basedOn: 'passer-by', replaces: true })).toEqual([
			'ours',
			'resident',
		]);
		expect(ids({ guide: guide('ours'), basedOn: 'passer-by', replaces: false })).toEqual([
			'passer-by',
			'ours',
			'resident',
		]);
	});

	it('keep every own guide, also two made of one and one whose origin is gone', () => {
		expect(
			ids(
				{ guide: guide('first'), basedOn: 'resident', replaces: true },
				{ guide: guide('second'), basedOn: 'resident', replaces: true },
				{ guide: guide('third'), basedOn: 'first', replaces: false },
			),
		).toEqual(['passer-by', 'first', 'third', 'second']);
	});
});
