import { describe, expect, test } from 'vitest';
import { partiesOf, supportOf, type Standpoint } from './support.ts';

const welfare = { id: 'w', name: 'Welzijn' };
const housing = { id: 'h', name: 'Wonen' };
const standpoint = (own: Partial<Standpoint>): Standpoint => ({
	id: 's',
	agendaItemId: 'a',
	organisationId: 'w',
	organisationName: 'Welzijn',
	view: 'for',
	reason: '',
	origin: 'party',
	ground: '',
	gathered: null,
	people: null,
	statedOn: null,
	version: 1,
	onEarlierText: false,
	...own,
});

describe('parties', () => {
	test('are the residents first, each organisation once, and who left after giving a standpoint', () => {
		const gone = standpoint({ organisationId: 'g', organisationName: 'Vertrokken' });
		expect(partiesOf([welfare, housing, welfare], [gone]).map(({ id }) => id)).toEqual([
			null,
			'w',
			'h',
			'g',
		]);
	});
});

describe('support of an item', () => {
	const parties = partiesOf([welfare, housing], []);

	test('counts each view, and what is not known', () => {
		const support = supportOf('a', parties, [
			standpoint({ view: 'against', reason: 'Te duur' }),
			standpoint({ agendaItemId: 'b', organisationId: 'h' }),
		]);
		expect(support).toMatchObject({ unknown: 2, isComplete: false, earlier: 0 });
		expect(support.counts).toMatchObject({ against: 1, for: 0 });
	});

	test('is complete when everybody answered, also by abstaining; not when somebody was not asked', () => {
		const answered = [
			standpoint({}),
			standpoint({ organisationId: 'h', view: 'abstains' }),
			standpoint({ organisationId: null, view: 'remark' }),
		];
		expect(supportOf('a', parties, answered).isComplete).toBe(true);
		const notAsked = [
			...answered.slice(0, 2),
			standpoint({ organisationId: null, view: 'not_asked' }),
		];
		expect(supportOf('a', parties, notAsked)).toMatchObject({ isComplete: false, unknown: 0 });
	});

	test('says how many were given on an earlier text', () => {
		expect(supportOf('a', parties, [standpoint({ onEarlierText: true })]).earlier).toBe(1);
	});
});
