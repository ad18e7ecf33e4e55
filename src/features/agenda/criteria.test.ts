import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { jsonFilesIn, readJson } from '#tests/support/content.ts';
import { criteriaSchema } from './criteria.schema.ts';

const read = (id: string) => v.parse(criteriaSchema, readJson(`content/criteria/${id}.json`));

describe('the criteria in content/', () => {
	it.each(jsonFilesIn('content/criteria'))('%s parses, in both languages', (path) => {
		expect(v.safeParse(criteriaSchema, readJson(path)).issues).toBeUndefined();
	});

	it('are seven in 2013 and six in 2010, in the order of their sources', () => {
		expect(read('2013').criteria.map(({ name }) => name.nl)).toEqual([
			'Urgentie',
			'Belang',
			'Potentie',
			'Haalbaarheid',
			'Preventief',
			'Bewoners-‘proof’',
			'Beleids-‘proof’',
		]);
		expect(read('2010').criteria).toHaveLength(6);
	});

	it('explain every criterion, with an example of a low, a middling and a high score', () => {
		for (const { id, explanation, examples } of ['2013', '2010'].flatMap(
			(set) => read(set).criteria,
		))
			expect([id, explanation?.nl, Object.keys(examples ?? {})]).toEqual([
				id,
				expect.stringMatching(/\w/),
				['1', '3', '5'],
			]);
	});

	it('of trajectories that began before there were explanations stay readable', () => {
		const former = structuredClone(read('2013'));
		for (const criterion of former.criteria) {
			delete criterion.explanation;
			delete criterion.examples;
		}
		expect(v.safeParse(criteriaSchema, { ...former, version: 1 }).success).toBe(true);
	});

	it('are there for every framework', () => {
		const wanted = jsonFilesIn('content/frameworks').map((path) => {
			const { id, criteria = id } = readJson(path) as { id: string; criteria?: string };
			return `content/criteria/${criteria}.json`;
		});
		expect(new Set(wanted)).toEqual(new Set(jsonFilesIn('content/criteria')));
	});

	it('are refused when a score lacks its meaning', () => {
		const broken = structuredClone(read('2013')) as { criteria: { anchors: object }[] };
		broken.criteria[0]!.anchors = { 1: { nl: 'laag', en: 'low' } };
		expect(v.safeParse(criteriaSchema, broken).success).toBe(false);
	});
});
