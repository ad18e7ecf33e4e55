import * as v from 'valibot';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';

/** Another way to look at the same findings (`content/views/<id>.json`): dimensions, and which themes belong to each. */
export const otherViewSchema = v.strictObject({
	id: slug,
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	name: bilingualSchema,
	source: bilingualSchema,
	/** What one should know before comparing the two. */
	explanation: bilingualSchema,
	dimensions: uniqueById(
		v.strictObject({ id: slug, name: bilingualSchema, explanation: bilingualSchema }),
	),
	/** Themes by their id, whatever framework they are in; without a dimension where nothing fits. */
	themes: v.array(
		v.strictObject({ theme: slug, dimensions: v.array(slug), reason: bilingualSchema }),
	),
});

export type OtherView = v.InferOutput<typeof otherViewSchema>;
