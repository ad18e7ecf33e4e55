import fc from 'fast-check';
import { expect, it } from 'vitest';
import { after, decisionsFor, isOpen, signalStates, type StepKind } from './course.ts';

const steps: StepKind[] = [
	'looking',
	'reported',
	'project',
	'passed_on',
	'enough',
	'not_taken_up',
	'reopened',
	'carried_over',
];

it('goes from handed in over looked into and reported to an outcome', () => {
	expect(after('open', 'looking')).toBe('looking');
	expect(after('looking', 'reported')).toBe('reported');
	expect(after('reported', 'project')).toBe('project');
	expect(after('reported', 'looking')).toBe('looking');
});

it('can be refused at once, and not after somebody looked into it', () => {
	expect(after('open', 'not_taken_up')).toBe('not_taken_up');
	expect(after('looking', 'not_taken_up')).toBeNull();
	expect(decisionsFor('reported')).toEqual(['looking', 'project', 'passed_on', 'enough']);
});

it('leaves the agenda by an outcome and by nothing else, and comes back by being opened again', () => {
	fc.assert(
		fc.property(fc.constantFrom(...signalStates), fc.constantFrom(...steps), (state, step) => {
			const next = after(state, step);
			if (next === null) return;
			const isOutcome = ['project', 'passed_on', 'enough', 'not_taken_up'].includes(step);
			expect(isOpen(next)).toBe(!isOutcome);
			expect(isOpen(state)).toBe(step !== 'reopened');
		}),
	);
});
