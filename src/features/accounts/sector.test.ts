import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readJson } from '#tests/support/content.ts';
import { sectorIds, sectorsSchema } from './sector.schema.ts';

it('every sector has a name in both languages, and in the order of the list', () => {
	const { sectors } = v.parse(sectorsSchema, readJson('content/sectors.json'));
	expect(sectors.map(({ id }) => id)).toEqual([...sectorIds]);
});
