import type { Language } from '#locales/messages.ts';
import { warningRuleTexts } from '#locales/warning-rules.ts';
import { warningTexts } from '#locales/warnings.ts';
import { formatNumber } from '#ui/format.ts';
import type { DistanceUnit } from './rule.schema.ts';
import type { RuleContent } from './rule.ts';

/** What a rule says, in a sentence. */
export function ruleSays(rule: RuleContent, language: Language): string {
	const t = warningRuleTexts[language];
	const number = (value: number) => formatNumber(value, language, 3);
	switch (rule.kind) {
		case 'level':
			return t.saysLevel(
				distance(rule.difference, rule.unit, language),
				lowered(t.comparisons[rule.against]),
				rule.beyondMargin === 1 ? '' : `${t.times(number(rule.beyondMargin))} `,
			);
		case 'change':
			return t.saysChange(
				distance(rule.difference, rule.unit, language),
				rule.periods,
				t.tests[rule.test],
			);
		case 'tipping_point':
			return t.saysTipping(number(rule.value), rule.saidBy);
		case 'together':
			return t.saysTogether(
				rule.atLeast,
				distance(rule.difference, rule.unit, language),
				lowered(t.comparisons[rule.against]),
			);
	}
}

function distance(difference: number, unit: DistanceUnit, language: Language): string {
	const t = warningTexts[language];
	const number = formatNumber(difference, language, 3);
	if (unit === 'spread') return t.spreads(number);
	return unit === 'percent' ? t.percentOf(number) : t.pointsOf(number);
}

function lowered(text: string): string {
	return /^(?:Neder|The Neth)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
