import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import labelled from './labelled-texts.json' with { type: 'json' };
import { scanText } from './scan.ts';

const today = new Date(2026, 10, 21);
/** What the scanner looks for, and what it says it cannot find. */
const kinds = ['bsn', 'address', 'phone', 'email', 'iban', 'birthDate', 'licencePlate', 'person'];

const hitsOf = (text: string) => scanText(text, today).map(({ kind }) => String(kind));
const lines = (kind: string) => labelled.filter((one) => one.kind === kind);

/** How many texts of a kind are recognised as that; of a person described in words, as anything at all. */
const foundOf = (kind: string) =>
	lines(kind).filter(({ text }) =>
		kind === 'person' ? hitsOf(text).length > 0 : hitsOf(text).includes(kind),
	).length;
const alarms = lines('none').filter(({ text }) => hitsOf(text).length > 0);

test('the labelled set is large enough, and no text stands in it twice', () => {
	expect(labelled.length).toBeGreaterThanOrEqual(300);
	expect(new Set(labelled.map(({ text }) => text)).size).toBe(labelled.length);
	expect([...kinds, 'none']).toEqual(expect.arrayContaining(labelled.map(({ kind }) => kind)));
});

test('docs/privacy.md says what was measured', () => {
	const rows = kinds.map((kind) => `| \`${kind}\` | ${lines(kind).length} | ${foundOf(kind)} |`);
	const told = readFileSync('docs/privacy.md', 'utf8').replace(/ +/g, ' ');
	for (const row of rows) expect(told).toContain(row);
	expect(told).toContain(`${alarms.length} of ${lines('none').length} ordinary texts`);
});

test.each(kinds.filter((kind) => kind !== 'person'))(
	'nine in ten of kind %s are found, and more',
	(kind) => {
		expect(foundOf(kind) / lines(kind).length).toBeGreaterThan(0.9);
	},
);

test('at most one ordinary text in thirty is refused', () => {
	expect(alarms.length / lines('none').length).toBeLessThanOrEqual(1 / 30);
});
