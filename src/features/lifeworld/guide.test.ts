import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
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

	it('offer quiet, normal and busy, and a mood from pleasant to unpleasant', () => {
		const { busy, mood } = read().observation;
		expect(busy.map(({ id }) => id)).toEqual(['quiet', 'normal', 'busy']);
		expect(mood.map(({ id }) => id)).toEqual(['pleasant', 'neutral', 'unpleasant']);
	});

	it('are refused when they are for a speaker that is not listed', () => {
		const file = read();
		const broken = { ...file, speakers: file.speakers.slice(1) };
		expect(v.safeParse(guidesSchema, broken).success).toBe(false);
	});
});
