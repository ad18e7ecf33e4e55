import { describe, expect, test } from 'vitest';
import { whoIsTold, type Made, type Reachable } from './recipients.ts';

const somebody = (membershipId: string, own: Partial<Reachable> = {}): Reachable => ({
	membershipId,
	personId: `p-${membershipId}`,
	organisationId: 'welfare',
	email: `${membershipId}@voorbeeld.invalid`,
	language: 'nl',
	hasLeft: false,
	mayRead: true,
	isNamed: false,
	isOfOrganisation: true,
	wantsNone: false,
	...own,
});
const source = (id: string, own: Partial<Made> = {}): Made => ({
	agendaItemId: 'item',
	kind: 'evidence',
	id,
	createdBy: 'maker',
	organisationId: 'welfare',
	...own,
});
const told = (made: Made[], members: Reachable[], self: string | null = null) => {
	const { recipients, ...rest } = whoIsTold(made, members, self);
	return { people: recipients.map(({ personId }) => personId), ...rest };
};

describe('of a decision is told', () => {
	test('who brought the source in, and not every colleague', () => {
		expect(told([source('a')], [somebody('maker'), somebody('colleague')]).people).toEqual([
			'p-maker',
		]);
	});

	test('who is named as taking part for the organisation, beside the maker', () => {
		const members = [somebody('maker'), somebody('named', { isNamed: true })];
		expect(told([source('a')], members).people).toEqual(['p-maker', 'p-named']);
	});

	test('the organisation where the maker left', () => {
		const members = [somebody('maker', { hasLeft: true }), somebody('colleague')];
		expect(told([source('a')], members)).toMatchObject({ people: ['p-colleague'], unreached: [] });
	});

	test('each person once, with all that they brought in, whatever their roles', () => {
		const members = [somebody('maker', { personId: 'p' }), somebody('other', { personId: 'p' })];
		const made = [
			source('a'),
			source('b', { createdBy: 'other', agendaItemId: 'second' }),
			source('f', { kind: 'finding' }),
		];
		const { recipients } = whoIsTold(made, members, null);
		expect(recipients).toHaveLength(1);
		expect(recipients[0]).toMatchObject({
			agendaItemIds: new Set(['item', 'second']),
			made: { evidence: new Set(['a', 'b']), finding: new Set(['f']), solution: new Set() },
		});
	});

	test('nobody who sends it, wants no messages, left, or may not read the trajectory', () => {
		expect(told([source('a')], [somebody('maker')], 'p-maker')).toMatchObject({
			people: [],
			unreached: [],
		});
		expect(told([source('a')], [somebody('maker', { wantsNone: true })])).toMatchObject({
			people: [],
			unwilling: 1,
			unreached: [],
		});
	});
});

describe('left for somebody to tell in person', () => {
	const left = (made: Made, members: Reachable[]) => told([made], members).unreached;

	test('is a source of which nobody is known as maker, whose maker left, or takes no part any more', () => {
		expect(left(source('a', { createdBy: null }), [])).toEqual([
			{ evidenceId: 'a', why: 'no_maker' },
		]);
		expect(left(source('a'), [somebody('maker', { hasLeft: true })])).toEqual([
			{ evidenceId: 'a', why: 'left' },
		]);
		expect(left(source('a'), [somebody('maker', { mayRead: false })])).toEqual([
			{ evidenceId: 'a', why: 'outside' },
		]);
	});

	test('is not a finding: its sources say who to go to', () => {
		expect(left(source('f', { kind: 'finding', createdBy: null }), [])).toEqual([]);
	});
});
