import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import labelled from './labelled-notes.json' with { type: 'json' };
import { scanForOnePerson } from './one-person.ts';

/** `mended`, `fresh`: the rules were made with these; `unseen`: written before the rules of today, which were not made with them. */
const sets = ['mended', 'fresh', 'unseen'] as const;

const of = (set: string, kind: string) =>
	labelled.filter((one) => one.set === set && one.kind === kind);
const caught = (set: string, kind: string) =>
	of(set, kind).filter(({ text }) => scanForOnePerson(text).length > 0);

test('no note stands in it twice, and there are as many ordinary ones as about one person', () => {
	expect(new Set(labelled.map(({ text }) => text)).size).toBe(labelled.length);
	for (const set of sets)
		expect(of(set, 'none').length).toBeGreaterThanOrEqual(of(set, 'onePerson').length);
});

test('docs/privacy.md says what was measured', () => {
	const told = readFileSync('docs/privacy.md', 'utf8').replace(/ +/g, ' ');
	for (const set of sets) {
		const found = `${caught(set, 'onePerson').length} of ${of(set, 'onePerson').length}`;
		const alarms = `${caught(set, 'none').length} of ${of(set, 'none').length}`;
		expect(told).toContain(`| \`${set}\` | ${found} | ${alarms} |`);
	}
});

test('nine in ten are found of what the rules were made with, and five in six of what they were not', () => {
	const share = (set: string) => caught(set, 'onePerson').length / of(set, 'onePerson').length;
	expect(share('mended')).toBeGreaterThan(0.9);
	expect(share('fresh')).toBeGreaterThanOrEqual(0.9);
	expect(share('unseen')).toBeGreaterThan(5 / 6);
});

test('at most one ordinary note in thirty is refused', () => {
	for (const set of sets)
		expect(caught(set, 'none').length / of(set, 'none').length).toBeLessThanOrEqual(1 / 30);
});
