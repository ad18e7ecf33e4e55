import { describe, expect, it } from 'vitest';
import { count, sum } from './vitest.ts';

const file = (status: string, tests: [string, string][]) => ({
	name: 'a.test.ts',
	status,
	message: '',
	assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});
const report = (numPassedTests: number, numFailedTests: number, testResults: unknown[]) =>
	JSON.stringify({ numPassedTests, numFailedTests, testResults });

describe('the outcome of a test run', () => {
	it('is what the report says', () => {
		const results = [
			file('failed', [
				['a', 'passed'],
				['b', 'failed'],
				['c', 'skipped'],
			]),
		];
		expect(count(report(1, 1, results), 1)).toEqual({ passed: 1, failed: 1, skipped: ['c'] });
	});
	it('counts a file that cannot be loaded as one failed test', () => {
		expect(count(report(0, 0, [file('failed', [])]), 1).failed).toBe(1);
		expect(count(report(1, 0, [file('failed', [['a', 'passed']])]), 1).failed).toBe(1);
	});
	it('counts an error outside any test as one failed test', () => {
		expect(count(report(1, 0, [file('passed', [['a', 'passed']])]), 1).failed).toBe(1);
	});
	it('counts a run without a report as one failed test', () => {
		expect(count(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: [] });
		expect(count(undefined, 0).failed).toBe(1);
	});
	it('adds up', () => {
		const one = { passed: 1, failed: 2, skipped: ['x'] };
		expect(sum([one, { passed: 3, failed: 0 }])).toEqual({ passed: 4, failed: 2, skipped: ['x'] });
	});
});
