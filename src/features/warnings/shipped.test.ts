import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import content from '#content/warnings.json' with { type: 'json' };
import { indicatorOf } from '#features/figures/catalogue.ts';
import { ruleProblems } from './rule-problems.ts';
import { ruleInputSchema } from './rule.schema.ts';
import {
	indicatorsOf,
	isMadeOf,
	shipped,
	shippedRule,
	withTexts,
	type RuleContent,
} from './rule.ts';
import { shippedWarningsSchema } from './shipped.schema.ts';

const rules = shipped.rules.map(({ key }) => [key, shippedRule(key)!.content] as const);

describe('what comes with the program', () => {
	it('has the shape of its schema', () => {
		expect(v.safeParse(shippedWarningsSchema, content).issues).toBeUndefined();
	});

	it.each(rules)('%s is a rule that a municipality could have made', (_key, rule) => {
		const input = v.parse(ruleInputSchema, { ...rule, name: rule.name.nl, why: rule.why.nl });
		expect(ruleProblems(input)).toEqual([]);
		expect(withTexts(input, 'nl', rule)).toEqual(rule);
	});

	it.each(rules)('%s looks at nothing sensitive', (_key, rule) => {
		const sensitive = indicatorsOf(rule).filter((id) => indicatorOf(id)?.sensitivity !== 'none');
		expect(sensitive).toEqual([]);
	});

	it('says of scores in the catalogue only what they are made of', () => {
		const named = shipped.scores.flatMap(({ score, of }) => [score, ...of]);
		expect(named.filter((id) => !indicatorOf(id))).toEqual([]);
		expect(shipped.scores.filter(({ score, of }) => of.some((id) => isMadeOf(id, score)))).toEqual([]); // prettier-ignore
	});

	it('knows of every estimate of RIVM and every dimension of the Leefbaarometer what it is made of', () => {
		for (const id of ['lonely', 'good-perceived-health', 'volunteers'])
			expect(isMadeOf(id, 'low-income-households')).toBe(true);
		expect(isMadeOf('liveability-score', 'liveability-housing-stock')).toBe(true);
	});
});

describe('the indicators of a rule', () => {
	const together = {
		...(shippedRule('kleine-tekens-samenleven')!.content as Extract<RuleContent, { kind: 'together' }>), // prettier-ignore
		indicators: [],
		theme: 'gebruik-voorzieningen',
	};

	it('of a theme are those that have a direction and are not sensitive', () => {
		const found = indicatorsOf(together);
		expect(found).toContain('distance-to-gp');
		expect(found).not.toContain('wmo-clients-per-1000');
	});

	it('are sensitive only where the rule names them', () => {
		const named = { ...together, theme: null, way: 'higher' as const, indicators: ['wmo-clients-per-1000'] }; // prettier-ignore
		expect(indicatorsOf(named)).toEqual(['wmo-clients-per-1000']);
	});
});
