import shippedContent from '#content/warnings.json' with { type: 'json' };
import { catalogue, indicatorOf } from '#features/figures/catalogue.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { Language } from '#locales/messages.ts';
import type { RuleInput } from './rule.schema.ts';
import type { ShippedWarnings } from './shipped.schema.ts';

type WithTexts<Rule> = Rule extends unknown
	? Omit<Rule, 'name' | 'why'> & { name: Bilingual; why: Bilingual }
	: never;

/** What a rule says; texts in both languages, the same where people wrote them in one. */
export type RuleContent = WithTexts<RuleInput>;

/** A rule as it holds in a municipality. */
export interface Rule {
	/** Its address; the id of its row for a rule that a municipality made itself. */
	key: string;
	content: RuleContent;
	isOn: boolean;
	/** 0 as long as nobody changed it. */
	version: number;
	/** Whether it came with the program, and whether it is still as it came. */
	isShipped: boolean;
	isChanged: boolean;
	changedAt: Date | null;
	withdrawnAt: Date | null;
}

/** What comes with the program (`content/warnings.json`); its shape is checked by a test. */
export const shipped = shippedContent as ShippedWarnings;

const shippedByKey = new Map(shipped.rules.map((rule) => [rule.key, rule]));

/** A rule as it came with the program, and whether it is on then; undefined for one of a municipality’s own. */
export function shippedRule(key: string): { content: RuleContent; isOn: boolean } | undefined {
	const found = shippedByKey.get(key);
	if (!found) return undefined;
	const { key: _, isOn, ...content } = found;
	return { content: content as RuleContent, isOn };
}

/** The indicators that a rule looks at: those it names, and with a theme what speaks to it and is not sensitive. */
export function indicatorsOf(rule: RuleContent): string[] {
	const named = rule.indicators;
	const theme = rule.kind === 'together' ? rule.theme : null;
	const ofTheme = catalogue.indicators
		.filter((one) => theme !== null && one.themes.includes(theme))
		.filter(({ sensitivity }) => sensitivity === 'none')
		.map(({ id }) => id);
	const all = [...new Set([...named, ...ofTheme])];
	return all.filter((id) => wayFor(rule.way, id) !== null);
}

/**
 * Which way is the one to look at for an indicator: `1` up, `-1` down. Null where the catalogue says of more of it that it
 * is neither favourable nor unfavourable, and the rule leaves it to the catalogue; and for what is no number.
 */
export function wayFor(way: RuleContent['way'], indicator: string): 1 | -1 | null {
	const known = indicatorOf(indicator);
	if (!known || known.valueType !== 'number') return null;
	if (way !== 'unfavourable') return way === 'higher' ? 1 : -1;
	if (known.direction === 'neither') return null;
	return known.direction === 'unfavourable' ? 1 : -1;
}

const ingredients = new Map(shipped.scores.map(({ score, of }) => [score, new Set(of)]));

/** Whether a figure is a score or an estimate that another one goes into: then they are no two signs. */
export function isMadeOf(score: string, ingredient: string): boolean {
	return ingredients.get(score)?.has(ingredient) ?? false;
}

/** A rule as people filled it in, with texts in both languages; a text that did not change keeps its other language. */
export function withTexts(
	input: RuleInput,
	language: Language,
	before: Pick<RuleContent, 'name' | 'why'> | null,
): RuleContent {
	const both = (text: string, old: Bilingual | undefined): Bilingual =>
		old?.[language] === text ? old : { nl: text, en: text };
	const { name, why, ...rest } = input;
	return { ...rest, name: both(name, before?.name), why: both(why, before?.why) } as RuleContent;
}
