import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanForOnePerson } from './one-person.ts';

const found = (text: string) =>
	scanForOnePerson(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

test.each([
	['named: Mevrouw Jansen', 'Mevrouw Jansen zit altijd op het bankje.'],
	['named: de heer Van den Berg', 'Gesproken met de heer Van den Berg over het plein.'],
	['atDoor: buurman op nummer 3', 'Mijn buurman op nummer 3 maakt lawaai.'],
	['atDoor: vrouw van 12', 'Die vrouw van 12 laat haar hond los.'],
	[
		'described: een man van 43 die in de Kerkstraat',
		'Er is een man van 43 die in de Kerkstraat woont.',
	],
	['troubled: Mijn buurvrouw drinkt', 'Mijn buurvrouw drinkt te veel.'],
])('finds “%s”', (hit, text) => {
	expect(found(text)).toContain(hit);
});

test.each([
	'Een bewoner zegt dat er in het park wordt gedeald.',
	'De Meester Lallemanstraat is donker.',
	'Mannen van 20 tot 30 hangen bij de snackbar.',
	'Ouderen in de flat komen weinig buiten en zijn eenzaam.',
	'De huisnummers 3 tot 12 krijgen nieuwe deuren.',
])('leaves “%s” alone', (text) => {
	expect(found(text)).toEqual([]);
});

test('any text whatever gives hits inside it, and never an error', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			for (const { start, end } of scanForOnePerson(text)) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		}),
	);
}, 20_000);
