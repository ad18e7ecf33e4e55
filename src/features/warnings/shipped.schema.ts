import * as v from 'valibot';
import { bilingualSchema, plainText, slug } from '#kernel/bilingual.ts';
import { ruleInputSchema } from './rule.schema.ts';

/** A rule that comes with the program: that of a municipality, with texts in both languages, and whether it is on. */
const shippedRuleSchema = v.pipe(
	v.looseObject({
		key: slug,
		isOn: v.boolean(),
		name: bilingualSchema,
		why: bilingualSchema,
	}),
	v.check(
		({ key: _, isOn: __, name, why, ...rest }) =>
			v.safeParse(ruleInputSchema, { ...rest, name: name.nl, why: why.nl }).success,
		'not a rule that a municipality could have made',
	),
);

/** The early warnings that come with the program (`content/warnings.json`). */
export const shippedWarningsSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	source: bilingualSchema,
	rules: v.pipe(
		v.array(shippedRuleSchema),
		v.minLength(1),
		v.check((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, 'keys repeat'),
	),
	/** What is made of what: a score with its parts, an estimate with the characteristics that its model builds on. */
	scores: v.array(
		v.strictObject({ score: slug, of: v.pipe(v.array(slug), v.minLength(1)), source: plainText }),
	),
});

export type ShippedWarnings = v.InferOutput<typeof shippedWarningsSchema>;
