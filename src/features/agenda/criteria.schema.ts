import * as v from 'valibot';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';

const criterionSchema = v.strictObject({
	id: slug,
	name: bilingualSchema,
	/** The question that a participant asks themselves before scoring. */
	question: bilingualSchema,
	/** What to look at, in plain words; versions before 2 have none. */
	explanation: v.optional(bilingualSchema),
	/** What a 1, a 3 and a 5 mean; 2 and 4 lie between. Higher always means: rather take it up. */
	anchors: v.strictObject({ 1: bilingualSchema, 3: bilingualSchema, 5: bilingualSchema }),
	/** An example of each in a neighbourhood; versions before 2 have none. */
	examples: v.optional(
		v.strictObject({ 1: bilingualSchema, 3: bilingualSchema, 5: bilingualSchema }),
	),
});

/** The criteria by which findings are weighed (`content/criteria/<id>.json`), one set per framework. */
export const criteriaSchema = v.strictObject({
	/** The id of the framework that the set belongs to. */
	id: slug,
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	name: bilingualSchema,
	source: bilingualSchema,
	criteria: uniqueById(criterionSchema),
});

export type Criteria = v.InferOutput<typeof criteriaSchema>;
export type Criterion = v.InferOutput<typeof criterionSchema>;
