import { describe, expect, it } from 'vitest';
import { need } from './form.test-data.ts';
import { filterWork, worklist } from './worklist.ts';

const at = { today: '2026-04-10', isRunning: true, organisationId: 'housing' };
const needs = [
	need({ id: 'someday' }),
	need({ id: 'near', dueOn: '2026-04-12', whoOrganisationId: 'housing' }),
	need({ id: 'today', dueOn: '2026-04-10' }),
	need({ id: 'late', dueOn: '2026-04-09' }),
	need({ id: 'done', dueOn: '2026-04-01', state: 'answered' }),
];
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

describe('what is to be found out', () => {
	it('comes the latest first, then what is near, then what has no day', () => {
		expect(ids(worklist(needs, at))).toEqual(['late', 'today', 'near', 'someday']);
	});

	it('is late from the day after', () => {
		const items = worklist(needs, at);
		expect(ids(filterWork(items, { ours: false, late: true }))).toEqual(['late']);
	});

	it('is ours when our organisation finds it out, and nobody’s for the public', () => {
		const ours = { ours: true, late: false };
		expect(ids(filterWork(worklist(needs, at), ours))).toEqual(['near']);
		expect(filterWork(worklist(needs, { ...at, organisationId: null }), ours)).toEqual([]);
	});

	it('is never late in a trajectory that does not run any more', () => {
		const items = worklist(needs, { ...at, isRunning: false });
		expect(filterWork(items, { ours: false, late: true })).toEqual([]);
	});
});
