import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements } from './disagreement.ts';
import { weigh, type Appraisal } from './weighing.ts';
import { equalWeights } from './weights.ts';
import type { Weights } from './weights.schema.ts';

const criteria = ['urgency', 'importance', 'potential'];
const findings = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const equal = equalWeights(criteria);

const view = (findingId: string, criterion: string, partyId: string, score: number | null) =>
	({ findingId, criterion, partyId, score, reason: '', afterSeeing: false, first: null }) satisfies Appraisal; // prettier-ignore

const weighed = (appraisals: readonly Appraisal[], weights: Weights = equal, of = findings) =>
	weigh(of, { criteria, weights, appraisals, maySee: () => true });

const appraisal = fc.record({
	findingId: fc.constantFrom(...findings.map(({ id }) => id)),
	criterion: fc.constantFrom(...criteria),
	partyId: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'residents'),
	score: fc.option(fc.integer({ min: 1, max: 5 })),
	reason: fc.constant(''),
	afterSeeing: fc.constant(false),
	first: fc.constant(null),
});
/** One view per finding, criterion and party, as the database keeps it. */
const appraisals = fc.uniqueArray(appraisal, {
	selector: (one) => `${one.findingId} ${one.criterion} ${one.partyId}`,
	maxLength: 60,
});

const placesOf = (list: readonly Appraisal[]) =>
	new Map(weighed(list).map((one) => [one.finding.id, one]));

describe('weighing findings', () => {
	it('takes the weighted mean of the criteria’s medians', () => {
		const list = [
			view('a', 'urgency', 'o1', 5),
			view('a', 'urgency', 'o2', 1),
			view('a', 'urgency', 'residents', 4),
			view('a', 'importance', 'o1', 2),
			view('a', 'potential', 'o1', 3),
		];
		const [first] = weighed(list, { urgency: 5, importance: 0, potential: 3 });
		expect(first).toMatchObject({ score: (5 * 4 + 3 * 3) / 8, parties: 3, rank: 1 });
		expect(first?.criteria[0]).toMatchObject({ median: 4, range: [1, 5] });
	});

	it('leaves a criterion without median out, so that the others count as the whole', () => {
		const [first] = weighed([
			view('a', 'urgency', 'o1', 5),
			view('a', 'importance', 'o1', 2),
			view('a', 'potential', 'o1', null),
		]);
		expect(first).toMatchObject({ score: 3.5, rank: 1 });
		expect(first?.criteria[2]).toMatchObject({ median: null, range: null });
	});

	it('lets equal scores share a place, and leaves the next place out', () => {
		const list = ['a', 'b', 'c'].map((id, at) => view(id, 'urgency', 'o1', at < 2 ? 4 : 2));
		expect(weighed(list).map(({ rank, tied }) => [rank, tied])).toEqual([
			[1, true],
			[1, true],
			[3, false],
			[null, false],
		]);
	});

	it('shows nothing of a finding that the reader may not see, and gives it no place', () => {
		const list = [view('a', 'urgency', 'o1', 5), view('b', 'urgency', 'o1', 3)];
		const [first, ...rest] = weigh(findings, {
			criteria,
			weights: equal,
			appraisals: list,
			maySee: (id) => id === 'b',
		});
		expect(first).toMatchObject({ finding: { id: 'b' }, rank: 1, isBlind: false });
		const blind = rest.find(({ finding }) => finding.id === 'a');
		expect(blind).toMatchObject({ isBlind: true, rank: null, score: null, parties: 0 });
		expect(JSON.stringify(blind)).not.toContain('5');
	});

	it('gives every finding once, in order of rank, whatever the views', () => {
		fc.assert(
			fc.property(appraisals, (list) => {
				const result = weighed(list);
				expect(result.map(({ finding }) => finding.id).sort()).toEqual(['a', 'b', 'c', 'd']);
				const scores = result.map(({ score }) => score ?? 0);
				expect(scores).toEqual(scores.toSorted((one, other) => other - one));
				for (const { score, rank } of result) expect(rank === null).toBe(score === null);
			}),
		);
	});

	it('does not depend on the order in which views came in', () => {
		fc.assert(
			fc.property(appraisals, (list) => {
				const there = placesOf(list);
				for (const [id, { score, rank }] of placesOf(list.toReversed()))
					expect(there.get(id)).toMatchObject({ score, rank });
			}),
		);
	});

	it('treats "cannot judge" as no score', () => {
		fc.assert(
			fc.property(appraisals, (list) => {
				const scored = placesOf(list.filter(({ score }) => score !== null));
				for (const [id, { score, rank }] of placesOf(list))
					expect(scored.get(id)).toMatchObject({ score, rank });
			}),
		);
	});

	it('never puts a finding lower because somebody scored it higher', () => {
		fc.assert(
			fc.property(appraisals, fc.nat(), (list, pick) => {
				const scored = list.filter(({ score }) => score !== null && score < 5);
				const raised = scored[pick % Math.max(scored.length, 1)];
				if (!raised) return;
				const more = list.map((one) =>
					one === raised ? { ...one, score: (one.score ?? 0) + 1 } : one,
				);
				const before = placesOf(list).get(raised.findingId)?.rank ?? Infinity;
				const after = placesOf(more).get(raised.findingId)?.rank ?? Infinity;
				expect(after).toBeLessThanOrEqual(before);
			}),
		);
	});
});

describe('where parties differ', () => {
	const list = [
		view('a', 'urgency', 'o1', 5),
		view('a', 'urgency', 'o2', 1),
		view('a', 'urgency', 'o3', 5),
		view('b', 'urgency', 'o1', 1),
		view('b', 'urgency', 'o2', 5),
		view('b', 'importance', 'o1', 2),
		view('b', 'importance', 'residents', 4),
		view('c', 'urgency', 'o1', 3),
		view('c', 'urgency', 'o2', 4),
	];

	it('comes widest first, then what divides the parties most, with who is highest and lowest', () => {
		const found = disagreements(weighed(list));
		expect(
			found.map(({ finding, criterion, distance }) => [finding.id, criterion, distance]),
		).toEqual([
			['b', 'urgency', 4],
			['a', 'urgency', 4],
			['b', 'importance', 2],
		]);
		expect(found[1]?.highest.map(({ partyId }) => partyId)).toEqual(['o1', 'o3']);
		expect(found[1]?.lowest.map(({ partyId }) => partyId)).toEqual(['o2']);
		expect(found[1]).toMatchObject({ between: 8 / 3, parties: 3 });
	});

	it('is no difference when it is one point, or when only one party scored', () => {
		const one = [view('a', 'urgency', 'o1', 5), view('a', 'urgency', 'o2', null)];
		expect(disagreements(weighed(one))).toEqual([]);
		expect(disagreements(weighed(list)).some(({ finding }) => finding.id === 'c')).toBe(false);
	});
});
