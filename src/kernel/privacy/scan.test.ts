import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesElevenTest } from './bsn.ts';
import type { HitKind } from './hit.ts';
import { passesMod97 } from './iban.ts';
import { scanText } from './scan.ts';

const today = new Date(2026, 10, 21);

/** What is found, as `kind: text`. */
function found(text: string): string[] {
	return scanText(text, today).map((hit) => `${hit.kind}: ${text.slice(hit.start, hit.end)}`);
}

/** Valid numbers, made by the test's own definition: eight digits and the ninth that fits. */
const validBsn = fc
	.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
	.map((digits) => {
		const check = digits.reduce((sum, digit, i) => sum + digit * (9 - i), 0) % 11;
		return check > 9 || digits.every((d) => d === 0) ? null : digits.join('') + String(check);
	})
	.filter((bsn) => bsn !== null);

/** Any text that does not make the number longer. */
const surroundings = fc
	.tuple(
		fc.string({ unit: 'grapheme', maxLength: 60 }),
		fc.string({ unit: 'grapheme', maxLength: 60 }),
	)
	.map(([before, after]) => [before.replace(/\d+$/, ''), after.replace(/^\d+/, '')] as const);

describe('what points to a person is found', () => {
	test.each<[HitKind, string, string]>([
		['bsn', 'haar nummer is 123456782.', '123456782'],
		['bsn', 'BSN 1234.56.782', '1234.56.782'],
		['bsn', 'nummer 123 456 782 gebeld', '123 456 782'],
		['bsn', 'bsn: 12345672', '12345672'],
		['bsn', 'sofinummer 1 2 3 4 5 6 7 8 2', '1 2 3 4 5 6 7 8 2'],
		['address', 'Woont op 1234 AB 12.', '1234 AB 12'],
		['address', 'bij Kerkstraat 12, 1234 AB', 'Kerkstraat 12, 1234 AB'],
		['address', '1234AB nr 12-bis is leeg', '1234AB nr 12-bis'],
		['address', '1234ab12', '1234ab12'],
		['address', 'postcode 6823ab 7', '6823ab 7'],
		['address', 'Dorpsstraat 3a\n6823 AB Arnhem', 'Dorpsstraat 3a\n6823 AB'],
		['address', 'Dorpsstraat 3-5, Arnhem 6823 AB', 'Dorpsstraat 3-5, Arnhem 6823 AB'],
		['address', '6823 AB, huisnummer 4', '6823 AB, huisnummer 4'],
		['address', '6823 AB Arnhem, nr. 4', '6823 AB Arnhem, nr. 4'],
		['phone', 'bel 06-12345678', '06-12345678'],
		['phone', 'bel 0612345678!', '0612345678'],
		['phone', 'bel 06 12 34 56 78', '06 12 34 56 78'],
		['phone', 'tel.+31 6 1234 5678', '+31 6 1234 5678'],
		['phone', '0031612345678', '0031612345678'],
		['phone', '+31 (0)26 377 1234', '+31 (0)26 377 1234'],
		['phone', '(026) 377 12 34', '(026) 377 12 34'],
		['phone', '026-3771234', '026-3771234'],
		['phone', '0320.123.456', '0320.123.456'],
		['email', 'mail naar buurt.vrouw+1@voorbeeld.nl.', 'buurt.vrouw+1@voorbeeld.nl'],
		['email', 'a@b.co.uk', 'a@b.co.uk'],
		['iban', 'op NL91 ABNA 0417 1643 00 graag', 'NL91 ABNA 0417 1643 00'],
		['iban', 'nl91abna0417164300', 'nl91abna0417164300'],
		['iban', 'BE68539007547034', 'BE68539007547034'],
		['birthDate', 'geboren op 3 maart 1961', '3 maart 1961'],
		['birthDate', 'geb. 03-03-1961', '03-03-1961'],
		['birthDate', 'born 1961-03-03', '1961-03-03'],
		['birthDate', 'born on March 3, 1961', 'March 3, 1961'],
		['birthDate', 'geb. 3/3/61', '3/3/61'],
		['birthDate', '12.11.1980 is de verjaardag', '12.11.1980'],
		['licencePlate', 'busje AB-12-CD op de stoep', 'AB-12-CD'],
		['licencePlate', '12-gbb-3', '12-gbb-3'],
		['licencePlate', 'scooter D-123-BB', 'D-123-BB'],
		['licencePlate', 'auto 12GBB3', '12GBB3'],
		['licencePlate', 'kenteken ab 12 cd', 'ab 12 cd'],
	])('%s in "%s"', (kind, text, hit) => {
		expect(found(text)).toEqual([`${kind}: ${hit}`]);
	});
});

describe('what is ordinary in a note about a neighbourhood is left alone', () => {
	test.each([
		'Kerkstraat 12 en 14 staan leeg, in 6823 AB is het rustig',
		'postcodegebied 6823 AB',
		'in 2020 en 12 keer daarna, vanaf 2019 in 6823 AB',
		'6823 AB 2024',
		'van 2019 tot 2024; 2020 in 12 straten',
		'Het kost € 1.250.000,00 of € 123.456.782 of 1 500 000 euro',
		'wijk WK020210, buurt BU02021004, gemeente GM0202, land NL00, tabel 84799NED',
		'dossier 2024-001234, zaaknummer Z-2024-00123, project P-12-2024',
		'op 12 november 2026 om 19.30 uur, 12-11-2026, 01-02-2024 12:30, 06-12-2024 12:30',
		'de verjaardag van het buurthuis is op 12 november 2027',
		'het 50-jarig bestaan op 3 maart 1961',
		'de wijk telt 161.348 inwoners en 81 399 huishoudens',
		'bel 112 of 0900-8844 of 14 026',
		'van 5-mei-26 tot 1-mrt-27, 24-uurs opvang, 9-tal, 4-in-1',
		'A12, N325, bus 3, lijn 33, groep 8, 55-plus, 65+',
		'@buurthuis en #opdegeitenkamp, 3 @ 4',
		'NL91ABNA0417164301 heeft een tikfout',
		'nummer 123456789',
		'ISBN 978-90-5830-549-7',
		'',
	])('%s', (text) => {
		expect(found(text)).toEqual([]);
	});
});

test('several things are found in the order in which they stand', () => {
	expect(found('06-12345678, AB-12-CD, 123456782, a@b.nl').map((hit) => hit.split(':')[0])).toEqual(
		['phone', 'licencePlate', 'bsn', 'email'],
	);
});

test('every valid BSN is found, whatever stands around it', () => {
	fc.assert(
		fc.property(validBsn, surroundings, (bsn, [before, after]) => {
			const start = before.length;
			expect(scanText(before + bsn + after, today)).toContainEqual({
				kind: 'bsn',
				start,
				end: start + 9,
			});
		}),
		{ numRuns: 2000 },
	);
});

test('nine digits that fail the 11-test are no BSN', () => {
	const failing = fc.stringMatching(/^\d{9}$/).filter((digits) => !passesElevenTest(digits));
	fc.assert(
		fc.property(failing, fc.constantFrom('', 'bsn ', 'nummer: '), (digits, word) => {
			expect(scanText(`${word}${digits}`, today).some((hit) => hit.kind === 'bsn')).toBe(false);
		}),
	);
});

test('the 11-test accepts one number in eleven and notices every single wrong digit', () => {
	const position = fc.integer({ min: 0, max: 8 });
	fc.assert(
		fc.property(validBsn, position, fc.integer({ min: 1, max: 9 }), (bsn, at, shift) => {
			expect(passesElevenTest(bsn)).toBe(true);
			const wrong = String((Number(bsn[at]) + shift) % 10);
			expect(passesElevenTest(bsn.slice(0, at) + wrong + bsn.slice(at + 1))).toBe(false);
		}),
	);
});

test('every Dutch bank account is found, spaced or not, and no single wrong digit passes', () => {
	const account = fc.tuple(fc.stringMatching(/^[A-Z]{4}$/), fc.stringMatching(/^\d{10}$/));
	fc.assert(
		fc.property(account, fc.boolean(), surroundings, ([bank, number], spaced, [before, after]) => {
			const numeric = Array.from(`${bank}${number}NL00`, (c) => parseInt(c, 36)).join('');
			const check = String(98n - (BigInt(numeric) % 97n)).padStart(2, '0');
			const plain = `NL${check}${bank}${number}`;
			const written = spaced ? plain.replace(/(.{4})(?=.)/g, '$1 ') : plain;
			const text = before + written + after;
			const start = before.length;
			expect(scanText(text, today)).toContainEqual({
				kind: 'iban',
				start,
				end: start + written.length,
			});
			const wrong = plain.slice(0, -1) + String((Number(plain.at(-1)) + 1) % 10);
			expect(passesMod97(wrong)).toBe(false);
		}),
	);
});

test('every mobile number is found in every usual way of writing', () => {
	const subscriber = fc.stringMatching(/^[1-9]\d{7}$/);
	const start = fc.constantFrom(
		'06',
		'06-',
		'06 ',
		'+316',
		'+31 6 ',
		'+31(0)6',
		'00316',
		'0031 6-',
	);
	fc.assert(
		fc.property(start, subscriber, fc.constantFrom('', ' ', '-', '.'), (prefix, number, gap) => {
			const written = prefix + number.replace(/(\d\d)(?=\d)/g, `$1${gap}`);
			expect(found(`bel ${written} even`)).toContain(`phone: ${written}`);
		}),
	);
});

test('any text whatever gives hits that lie inside it, in order, and never an error', () => {
	const anything = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.constantFrom(...'019 .-@,/()+\nABab€é'), maxLength: 400 }),
	);
	fc.assert(
		fc.property(anything, (text) => {
			let last = 0;
			for (const { start, end } of scanText(text, today)) {
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
				last = start;
			}
		}),
		{ numRuns: 1000 },
	);
});
