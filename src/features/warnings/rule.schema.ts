import * as v from 'valibot';
import {
	amount,
	choice,
	choices,
	line,
	optionalText,
	text,
	version,
	wholeNumber,
} from '#kernel/fields.ts';

/** The kinds of rule: what makes a figure a reason to go and look. */
export const ruleKinds = ['level', 'change', 'tipping_point', 'together'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Which side of a figure the rule looks at: the one the catalogue calls unfavourable, or the one that people say. */
export const ways = ['unfavourable', 'higher', 'lower'] as const;
export type Way = (typeof ways)[number];

/** What an area is compared with. */
export const comparisons = ['comparable', 'municipality', 'country'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * In what a distance is counted: the indicator’s own unit (percentage points, euros), a percentage of what it is compared
 * with, or how many times the ordinary spread between areas (see `ordinarySpread`).
 */
export const distanceUnits = ['points', 'percent', 'spread'] as const;
export type DistanceUnit = (typeof distanceUnits)[number];

/** Of a change the unit is never the spread between areas. */
export const changeUnits = ['points', 'percent'] as const;

/** How a change is tested: every step the same way, or a trend that is hardly by chance. */
export const changeTests = ['every_step', 'trend'] as const;

export const ruleLevels = ['district', 'neighbourhood'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** The least number of periods of a trend: with fewer, no order of values is rare enough (1 in 24 of four). */
export const leastForTrend = 4;
/** One-sided; a change has to be rarer than this by chance. */
export const trendAlpha = 0.05;

const indicatorId = () =>
	v.pipe(v.string('choose'), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'choose'), v.maxLength(80));

/** Forms send an empty text along, which stands for "none chosen". */
const indicators = () =>
	v.optional(
		v.pipe(
			v.array(v.string(), 'choose'),
			v.transform((ids) => [...new Set(ids.filter((id) => id !== ''))]),
			v.array(indicatorId()),
			v.maxLength(60, 'too_many'),
		),
		[],
	);

const levels = () =>
	v.pipe(
		choices(ruleLevels),
		v.transform((some) => ruleLevels.filter((level) => some.includes(level))),
		v.minLength(1, 'required'),
	);

const named = {
	name: line(120),
	/** Why one would want to know: what people look for with it. */
	why: optionalText(600),
	levels: levels(),
	/** Areas with fewer residents, or of which that is not known, are left out; null looks at all. */
	leastResidents: v.optional(v.nullable(wholeNumber(0, 100_000)), null),
};

const distance = {
	against: choice(comparisons),
	difference: amount(0.000_001, 1_000_000),
	unit: choice(distanceUnits),
};

/** How many times its own margin a difference has to be; 1 is just outside it. */
const beyondMargin = () => v.optional(amount(1, 10), 1);

const levelRule = v.object({
	kind: v.literal('level'),
	...named,
	indicators: indicators(),
	way: choice(ways),
	...distance,
	beyondMargin: beyondMargin(),
});

const changeRule = v.object({
	kind: v.literal('change'),
	...named,
	indicators: indicators(),
	way: choice(ways),
	periods: wholeNumber(3, 12),
	test: choice(changeTests),
	difference: amount(0.000_001, 1_000_000),
	unit: choice(changeUnits),
	beyondMargin: beyondMargin(),
});

const tippingRule = v.object({
	kind: v.literal('tipping_point'),
	...named,
	indicators: indicators(),
	way: choice(ways),
	value: amount(-1_000_000_000, 1_000_000_000),
	/** Who says that this is the point, and on what ground; roles and documents, no names. */
	saidBy: text(300),
	/** Also areas that were past the point as long as there are figures: otherwise only those that were seen to cross it. */
	alsoAlways: v.optional(
		v.pipe(
			v.union([v.boolean(), v.string()]),
			v.transform((value) => value === true || value === 'on' || value === 'true'),
		),
		false,
	),
	beyondMargin: beyondMargin(),
});

const togetherRule = v.object({
	kind: v.literal('together'),
	...named,
	/** Which figures; with a theme also all of that theme that are not sensitive and have a direction. */
	indicators: indicators(),
	theme: v.optional(v.nullable(indicatorId()), null),
	way: choice(ways),
	...distance,
	beyondMargin: beyondMargin(),
	atLeast: wholeNumber(2, 20),
});

/** What people fill in; texts in the language they write. */
export const ruleInputSchema = v.variant('kind', [
	levelRule,
	changeRule,
	tippingRule,
	togetherRule,
]);
export type RuleInput = v.InferOutput<typeof ruleInputSchema>;

export const ruleKey = () =>
	v.pipe(v.string('required'), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown'), v.maxLength(80));

/** 0: nobody changed it yet, so that it has no row of its own. */
const ruleVersion = () => wholeNumber(0, 1_000_000_000);

const ruleFields = { rule: ruleInputSchema };
export const addRuleSchema = v.object(ruleFields);
export const changeRuleSchema = v.object({
	ruleKey: ruleKey(),
	version: ruleVersion(),
	...ruleFields,
});
export const switchRuleSchema = v.object({
	ruleKey: ruleKey(),
	version: ruleVersion(),
	isOn: v.union([
		v.boolean(),
		v.pipe(
			v.picklist(['true', 'false'], 'choose'),
			v.transform((value) => value === 'true'),
		),
	]),
});
export const resetRuleSchema = v.object({ ruleKey: ruleKey(), version: version() });
export const withdrawRuleSchema = v.object({
	ruleKey: ruleKey(),
	version: version(),
	reason: text(500),
});
export const restoreRuleSchema = v.object({ ruleKey: ruleKey(), version: version() });
