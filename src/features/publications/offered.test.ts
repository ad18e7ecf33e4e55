import * as v from 'valibot';
import { expect, it } from 'vitest';
import { catalogue } from '#features/figures/catalogue.ts';
import { readJson } from '#tests/support/content.ts';
import { familyOf } from './families.ts';
import { offeredByTable, offeredFileSchema } from './offered.ts';

const file = () => v.parse(offeredFileSchema, readJson('content/publications.json'));

it('the publications that are offered parse, in both languages', () => {
	expect(
		v.safeParse(offeredFileSchema, readJson('content/publications.json')).issues,
	).toBeUndefined();
});

it('every one belongs to a family of the catalogue, by its table', () => {
	const families = catalogue.families.map(({ id }) => id);
	for (const { table, family } of file().publications) {
		expect(families).toContain(family);
		expect(familyOf(table, '')).toBe(family);
	}
});

it('a table is found by its number, however it is written; another one is not', () => {
	expect(offeredByTable('84799ned')?.id).toBe('kwb-2020');
	expect(offeredByTable('99999NED')).toBeUndefined();
});
