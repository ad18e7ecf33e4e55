import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	busyLevels,
	groups,
	moods,
	placeKinds,
	speakers,
} from '#features/evidence/evidence-details.schema.ts';
import { readJson } from '#tests/support/content.ts';
import { guidesSchema } from './guide.schema.ts';

const read = () => v.parse(guidesSchema, readJson('content/guides.json'));

describe('the conversation guides', () => {
	it('parse, in both languages, for each kind of speaker', () => {
		expect(read().guides.map(({ speaker }) => speaker)).toEqual([
			'passer-by',
			'resident',
			'key-figure',
		]);
	});

	it('never ask for problems first', () => {
		for (const { questions } of read().guides) {
			expect(questions[0]?.question.nl).toMatch(/^Hoe is het/);
		}
	});

	it('have names for everything that an observation can be marked with', () => {
		const { observation, speakers: named } = read();
		const ids = (list: { id: string }[]) => list.map(({ id }) => id);
		expect(ids(observation.busy)).toEqual([...busyLevels]);
		expect(ids(observation.mood)).toEqual([...moods]);
		expect(ids(observation.who)).toEqual([...groups]);
		expect(ids(observation.places)).toEqual([...placeKinds]);
		expect(ids(named)).toEqual([...speakers]);
	});

	it('are refused when they are for a speaker that is not listed', () => {
		const file = read();
		const broken = { ...file, speakers: file.speakers.slice(1) };
		expect(v.safeParse(guidesSchema, broken).success).toBe(false);
	});
});
