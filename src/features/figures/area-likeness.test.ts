import * as v from 'valibot';
import { expect, it } from 'vitest';
import { provinceOf, provinces } from '#features/areas/province.ts';
import { readJson } from '#tests/support/content.ts';
import { areaCharacteristicsSchema, areaCharacteristics, characteristicsOf } from './area-characteristics.ts'; // prettier-ignore
import { areasLike, leastShared, likenessTable } from './area-likeness.ts';
import { indicatorOf } from './catalogue.ts';

const codes = ['WK020201', 'WK020202', 'WK034401', 'WK036301', 'WK027501'];
const columns: Record<string, number[]> = {
	residents: [1000, 1000, 1000, 90, 1000],
	households: [500, 500, 500, 500, 500],
	'one-person-households': [200, 400, 210, 200, 220],
	'households-with-children': [100, 50, 110, 100, 120],
	'aged-0-14': [150, 80, 150, 15, 160],
	'aged-65-and-over': [200, 100, NaN, 20, 210],
};
const table = likenessTable(codes, (id) => columns[id] && Float64Array.from(columns[id]));
const ids = new Set(['living-alone', 'with-children', 'young', 'older']);
const like = (place: 'country' | 'province' | 'municipality' | 'elsewhere', count = 10) =>
	areasLike(table, 'WK020201', { ids, count, place }).found.map(({ index }) => codes[index]);

it('the characteristics and provinces are well formed', () => {
	const file = readJson('content/area-characteristics.json');
	expect(v.safeParse(areaCharacteristicsSchema, file).issues).toBeUndefined();
	expect(provinces).toHaveLength(12);
	const { provinces: listed } = readJson('content/provinces.json') as {
		provinces: { municipalities: string[] }[];
	};
	const all = listed.flatMap(({ municipalities }) => municipalities);
	expect(new Set(all).size).toBe(all.length);
	expect(all.every((code) => /^GM\d{4}$/.test(code))).toBe(true);
});

it('by default says nothing of how things are going, nor of origin', () => {
	const chosen = characteristicsOf(undefined);
	expect(chosen).toHaveLength(10);
	expect(chosen.every(({ of }) => indicatorOf(of)?.direction === 'neither')).toBe(true);
	expect(chosen.some(({ of }) => indicatorOf(of)?.sensitivity === 'sensitive')).toBe(false);
	expect(chosen.map(({ of }) => indicatorOf(of)?.category)).not.toContain('socio-economic');
});

it('an unknown characteristic is as none; a known one is all there is', () => {
	expect(characteristicsOf(['nonsense'])).toEqual(characteristicsOf(undefined));
	expect(characteristicsOf(['income', 'nonsense']).map(({ id }) => id)).toEqual(['income']);
});

it('reads shares in percent and numbers as they are', () => {
	const valuesOf = (id: string) =>
		table.columns.find(({ characteristic }) => characteristic.id === id)?.values;
	expect([...valuesOf('living-alone')!]).toEqual([40, 80, 42, 40, 44]);
	expect(valuesOf('size')![0]).toBe(1000);
	expect(areaCharacteristics.find(({ id }) => id === 'size')?.scale).toBe('log');
});

it('finds the areas most alike, leaving out very small ones', () => {
	expect(like('country')).toEqual(['WK034401', 'WK027501', 'WK020202']);
	expect(like('country', 1)).toEqual(['WK034401']);
});

it('keeps to the province, the municipality, or anywhere else, as asked', () => {
	expect(provinceOf('WK027501')).toBe('Gelderland');
	expect(like('province')).toEqual(['WK027501', 'WK020202']);
	expect(like('municipality')).toEqual(['WK020202']);
	expect(like('elsewhere')).toEqual(['WK034401', 'WK027501']);
});

it('asks for three quarters of the characteristics in common, and never fewer than three', () => {
	expect([1, 4, 6, 10].map(leastShared)).toEqual([3, 3, 5, 8]);
	const { least, found } = areasLike(table, 'WK020201', { ids: new Set(['young', 'older']), count: 5, place: 'country' }); // prettier-ignore
	expect({ least, found }).toEqual({ least: 3, found: [] });
});

it('leaves out a characteristic that most areas lack or that is the same everywhere', () => {
	const sparse = likenessTable(codes, (id) =>
		id === 'households'
			? Float64Array.from(columns.households!)
			: id === 'one-person-households'
				? Float64Array.from([10, NaN, NaN, NaN, 20])
				: id === 'households-with-children'
					? Float64Array.from([9, 9, 9, 9, 9])
					: undefined,
	);
	expect(sparse.columns.map(({ scaled }) => scaled)).toEqual([null, null]);
});

it('an area that is not in the table resembles nothing', () => {
	expect(areasLike(table, 'WK999999', { ids, count: 5, place: 'country' }).found).toEqual([]);
});
