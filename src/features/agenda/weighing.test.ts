import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDisagreement, weigh, type Appraisal } from './weighing.ts';

const criteria = ['urgency', 'importance', 'potential'];
const findings = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

const view = (findingId: string, criterion: string, organisationId: string, score: number | null) =>
	({ findingId, criterion, organisationId, score, reason: '' }) satisfies Appraisal;

const appraisal = fc.record({
	findingId: fc.constantFrom(...findings.map(({ id }) => id)),
	criterion: fc.constantFrom(...criteria),
	organisationId: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5'),
	score: fc.option(fc.integer({ min: 1, max: 5 })),
	reason: fc.constant(''),
});
/** One view per finding, criterion and organisation, as the database keeps it. */
const appraisals = fc.uniqueArray(appraisal, {
	selector: (one) => `${one.findingId} ${one.criterion} ${one.organisationId}`,
	maxLength: 60,
});

const placesOf = (list: readonly Appraisal[]) =>
	new Map(weigh(findings, criteria, list).map((one) => [one.finding.id, one]));

describe('weighing findings', () => {
	it('takes the median of the criteria’s medians', () => {
		const [first] = weigh([{ id: 'a' }], criteria, [
			view('a', 'urgency', 'o1', 5),
			view('a', 'urgency', 'o2', 1),
			view('a', 'urgency', 'o3', 4),
			view('a', 'importance', 'o1', 2),
		]);
		expect(first).toMatchObject({ score: 3, organisations: 3, disagreement: 2, rank: 1 });
		expect(first?.criteria[0]).toMatchObject({ median: 4, range: [1, 5], disagreement: 2 });
		expect(first?.criteria[2]).toMatchObject({ median: null, range: null, disagreement: null });
	});

	it('lets equal scores share a place, and leaves the next place out', () => {
		const list = ['a', 'b', 'c'].map((id, at) => view(id, 'urgency', 'o1', at < 2 ? 4 : 2));
		const ranks = weigh(findings, criteria, list).map(({ rank, tied }) => [rank, tied]);
		expect(ranks).toEqual([
			[1, true],
			[1, true],
			[3, false],
			[null, false],
		]);
	});

	it('puts what people differ about first when asked, with the rank unchanged', () => {
		const list = [
			view('a', 'urgency', 'o1', 5),
			view('a', 'urgency', 'o2', 5),
			view('b', 'urgency', 'o1', 1),
			view('b', 'urgency', 'o2', 5),
		];
		const sorted = byDisagreement(weigh(findings, criteria, list));
		expect(sorted.slice(0, 2).map(({ finding, rank }) => [finding.id, rank])).toEqual([
			['b', 2],
			['a', 1],
		]);
	});

	it('gives every finding once, in order of rank, whatever the views', () => {
		fc.assert(
			fc.property(appraisals, (list) => {
				const weighed = weigh(findings, criteria, list);
				expect(weighed.map(({ finding }) => finding.id).sort()).toEqual(['a', 'b', 'c', 'd']);
				const scores = weighed.map(({ score }) => score ?? 0);
				expect(scores).toEqual(scores.toSorted((one, other) => other - one));
				for (const { score, rank } of weighed) expect(rank === null).toBe(score === null);
			}),
		);
	});

	it('does not depend on the order in which views came in', () => {
		fc.assert(
			fc.property(appraisals, (list) => {
				const there = placesOf(list);
				for (const [id, { score, rank, disagreement }] of placesOf(list.toReversed()))
					expect(there.get(id)).toMatchObject({ score, rank, disagreement });
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
