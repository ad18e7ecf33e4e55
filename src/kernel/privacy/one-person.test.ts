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
	[
		'troubled: haar zoontje wordt op school gepest',
		'Zij zegt dat haar zoontje wordt op school gepest.',
	],
	['troubled: De imam van de moskee is ziek', 'De imam van de moskee is ziek.'],
	['named: Gerrit', 'Op zaterdag veegt Gerrit het plein.'],
	['named: Anne-Marie', 'Volgens Anne-Marie is het stil.'],
	['named: Peters', 'Ik hoorde dat Peters dochter niet eet.'],
	['named: Roos', 'Gesproken met Roos over het plein.'],
	[
		'described: er slaapt altijd een man',
		'Volgens velen: er slaapt altijd een man in de fietsenkelder.',
	],
])('finds “%s”', (hit, text) => {
	expect(found(text)).toContain(hit);
});

test.each([
	'Een bewoner zegt dat er in het park wordt gedeald.',
	'De Meester Lallemanstraat is donker.',
	'Mannen van 20 tot 30 hangen bij de snackbar.',
	'Ouderen in de flat komen weinig buiten en zijn eenzaam.',
	'De huisnummers 3 tot 12 krijgen nieuwe deuren.',
	'In de Jan Steenstraat en op het Anna van Burenplein is het donker.',
	'De Sint Janskerk, de Johannes Calvijnschool en flat Johanna staan bij elkaar.',
	'Bij de Albert Heijn en de Dirk staan jongeren.',
	'De wijkagent ziet dat veel ouderen eenzaam zijn.',
	'Ik woon hier met mijn man en mijn kinderen.',
	'Roos en jasmijn bloeien in de binnentuin.',
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

test.each([
	'mijn buurman ',
	'haar zoontje durft ',
	'Jan van de ',
	'Meneer Van Den ',
	'de eigenaar van x ',
	'een man van 20 tot ',
	'er staat altijd een ',
	'Aa-',
	'a',
	'“',
])(
	'goes through 80,000 characters of “%s” in a moment: no text can hold the server up',
	(piece) => {
		const text = piece.repeat(Math.ceil(80_000 / piece.length));
		const begin = performance.now();
		scanForOnePerson(text);
		// In proportion to its length this takes 50 ms, with its square half a minute.
		expect(performance.now() - begin).toBeLessThan(3_000);
	},
);
