import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readJson } from '#tests/support/content.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { bareKey, matchColumns } from './indicator-match.ts';
import { indicatorCatalogueSchema } from './indicator.schema.ts';

const read = () => v.parse(indicatorCatalogueSchema, readJson('content/indicators.json'));

describe('the catalogue of indicators', () => {
	it('parses, in both languages', () => {
		const result = v.safeParse(indicatorCatalogueSchema, readJson('content/indicators.json'));
		expect(result.issues).toBeUndefined();
	});

	it('speaks only to themes that framework 2013 has', () => {
		const framework = readJson('content/frameworks/2013.json') as {
			domains: { themes: { id: string }[] }[];
		};
		const themes = framework.domains.flatMap((domain) => domain.themes.map(({ id }) => id));
		const unknown = read().indicators.flatMap(({ id, themes: own }) =>
			own.filter((theme) => !themes.includes(theme)).map((theme) => `${id}: ${theme}`),
		);
		expect(unknown).toEqual([]);
	});

	it('marks every count by origin as sensitive', () => {
		const origins = read().indicators.filter(({ id }) => id.startsWith('origin-'));
		expect(origins).toHaveLength(10);
		expect(origins.every(({ sensitivity }) => sensitivity === 'sensitive')).toBe(true);
	});

	it('is refused when two indicators claim the same column', () => {
		const file = read();
		file.indicators[1]!.match = file.indicators[0]!.match;
		expect(v.safeParse(indicatorCatalogueSchema, file).success).toBe(false);
	});
});

describe('matching the columns of a table', () => {
	it('does not depend on the number that a column ends in', () => {
		expect(bareKey('k_0Tot15Jaar_8')).toBe('k_0Tot15Jaar');
		const found = matchColumns(read(), 'kwb', ['AantalInwoners_5', 'Mannen_99', 'Onbekend_1']);
		expect([...found]).toEqual([
			['AantalInwoners_5', 'residents'],
			['Mannen_99', 'men'],
		]);
	});

	it('tells apart a key that stands under electricity and again under gas', () => {
		const found = matchColumns(read(), 'kwb', [
			'GemiddeldElektriciteitsverbruikTotaal_47',
			'Appartement_48',
			'GemiddeldAardgasverbruikTotaal_55',
			'Appartement_56',
		]);
		expect(found.get('Appartement_48')).toBe('electricity-use-apartment');
		expect(found.get('Appartement_56')).toBe('gas-use-apartment');
	});

	it('takes the first of two columns with one name that nothing tells apart', () => {
		const found = matchColumns(read(), 'kwb', ['Nederland_17', 'BuitenEuropa_19', 'Nederland_20']);
		expect([...found.keys()]).toEqual(['Nederland_17', 'BuitenEuropa_19']);
	});

	it('leaves such a key alone when nothing says which of the two it is', () => {
		expect(matchColumns(read(), 'kwb', ['Appartement_48']).size).toBe(0);
	});
});

describe.skipIf(!hasSharedData)('the published KWB 2020', () => {
	const unmatched = (columns: string[]) => {
		const catalogue = read();
		const known = catalogue.families.find(({ id }) => id === 'kwb')!.identification;
		const found = matchColumns(catalogue, 'kwb', columns);
		return columns.filter((column) => !found.has(column) && !known.includes(bareKey(column)));
	};

	it('has no topic in its metadata that the catalogue does not know', () => {
		const path = sharedData('cbs-kwb-2020/odata3/DataProperties.json');
		const { value } = JSON.parse(readFileSync(path, 'utf8')) as {
			value: { Type: string; Key: string; Decimals: number | null }[];
		};
		const topics = value.filter(({ Type }) => Type === 'Topic');
		expect(unmatched(topics.map(({ Key }) => Key))).toEqual([]);
		const found = matchColumns(
			read(),
			'kwb',
			topics.map(({ Key }) => Key),
		);
		const decimals = new Map(read().indicators.map(({ id, decimals: n }) => [id, n]));
		const different = topics.filter(({ Key, Decimals }) => {
			const id = found.get(Key);
			return id !== undefined && decimals.get(id) !== Decimals;
		});
		expect(different.map(({ Key }) => Key)).toEqual([]);
	});

	it('has no column in its CSV that the catalogue does not know', () => {
		const csv = gunzipSync(readFileSync(sharedData('cbs-kwb-2020/kwb2020_heel_nederland.csv.gz')));
		const header = csv
			.toString('utf8')
			.split(/\r?\n/, 1)[0]!
			.replace(/^\uFEFF/, '');
		expect(unmatched(header.split(';'))).toEqual([]);
	});
});
