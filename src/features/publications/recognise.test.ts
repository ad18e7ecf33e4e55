import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { recognise, RECOGNISE_BYTES } from './recognise.ts';

const text = (content: string): Uint8Array => Buffer.from(content);
const header = 'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;AantalInwoners_5\n';

test('the CSV is known by its first line, packed or not, also with a byte order mark', () => {
	const expected = { kind: 'kwb-csv', reason: 'header' };
	expect(recognise(text(header))).toMatchObject(expected);
	expect(recognise(text(`\ufeff${header}`))).toMatchObject(expected);
	expect(recognise(gzipSync(header))).toMatchObject(expected);
});

test('the start of a packed file is enough', () => {
	const noise = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 104729).join(';');
	const packed = gzipSync(header + noise);
	expect(packed.length).toBeGreaterThan(RECOGNISE_BYTES);
	expect(recognise(packed.subarray(0, RECOGNISE_BYTES)).kind).toBe('kwb-csv');
});

test.each([
	['', 'empty'],
	['  \n', 'empty'],
	['<!doctype html><title>Inloggen</title>', 'web-page'],
	['{"type":"FeatureCollection"}', 'other-json'],
	['PK\u0003\u0004', 'zip'],
	['zomaar een tekst', 'unknown'],
])('%j is unknown: %s', (content, reason) => {
	expect(recognise(text(content))).toMatchObject({ kind: 'unknown', reason });
});

test('a table with other columns says which are not there', () => {
	expect(recognise(text('Plaats;Leeftijd;Rokers_1'))).toMatchObject({
		reason: 'other-columns',
		missing: ['WijkenEnBuurten', 'Gemeentenaam', 'SoortRegio'],
		unexpected: ['Plaats', 'Leeftijd'],
	});
});

test('gzip that holds nothing readable is said to be broken', () => {
	const broken = Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	expect(recognise(broken)).toMatchObject({ kind: 'unknown', reason: 'broken-gzip' });
});

test('no file whatever makes it fail', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: 200 }),
			fc.constantFrom('', '{', '\x1f\x8b'),
			(b, start) => {
				recognise(Buffer.concat([Buffer.from(start, 'latin1'), b]));
			},
		),
	);
});

describe.skipIf(!hasSharedData)('the published file', () => {
	test.each([
		['cbs-kwb-2020/kwb2020_heel_nederland.csv.gz', 'kwb-csv', null],
		['cbs-kwb-2020/odata3/TypedDataSet_GM0202.json', 'odata3-typed', '84799NED'],
		['cbs-kwb-2020/odata3/TypedDataSet_NL00.json', 'odata3-typed', '84799NED'],
		['cbs-kwb-2020/odata3/DataProperties.json', 'odata3-properties', '84799NED'],
		['cbs-kwb-2020/odata3/TableInfos.json', 'odata3-tableinfos', '84799NED'],
		['cbs-kwb-2020/odata3/WijkenEnBuurten_pilot.json', 'odata3-areas', '84799NED'],
		['rivm-health/gezondheid_2020_18plus_heel_nederland.csv.gz', 'table-csv', null],
		['cbs-odata4-83765NED/MeasureCodes.json', 'unknown', null],
		['baarn-2016-2025/baarn_social_data.json', 'unknown', null],
		['cbs-kwb-2023-utrecht/kwb-2023-utrecht.xlsx', 'kwb-xlsx', null],
	])('%s is %s', (name, kind, table) => {
		expect(recognise(readFileSync(sharedData(name)))).toMatchObject({ kind, table });
	});
});
