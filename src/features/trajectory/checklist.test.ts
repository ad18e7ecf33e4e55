import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readJson } from '#tests/support/content.ts';
import {
	phasesSchema,
	preconditionsSchema,
	roomIds,
	tablePartiesSchema,
} from './checklist.schema.ts';

it('the preconditions are the nine of the source', () => {
	const { preconditions } = v.parse(preconditionsSchema, readJson('content/preconditions.json'));
	expect(preconditions).toHaveLength(9);
});

it('the suggested planning gives every room a phase', () => {
	const { phases } = v.parse(phasesSchema, readJson('content/phases.json'));
	expect(new Set(phases.map(({ room }) => room))).toEqual(new Set(roomIds));
});

it('housing, care, welfare, safety and residents belong at the table', () => {
	const { parties } = v.parse(tablePartiesSchema, readJson('content/table-parties.json'));
	expect(parties.map(({ id }) => id)).toEqual([
		'housing',
		'care',
		'welfare',
		'safety',
		'residents',
	]);
});

it('a table party that names an unknown sector is refused', () => {
	const file = v.parse(tablePartiesSchema, readJson('content/table-parties.json'));
	const broken = { ...file, parties: [{ ...file.parties[0], sectors: ['wonen'] }] };
	expect(v.safeParse(tablePartiesSchema, broken).success).toBe(false);
});
