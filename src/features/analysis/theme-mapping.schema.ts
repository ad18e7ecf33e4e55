import * as v from 'valibot';
import { bilingualSchema, slug } from '#kernel/bilingual.ts';
import { choice, id, optionalText } from '#kernel/fields.ts';
import { wholeNumber } from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';

/** What a theme is, seen from the theme of the other framework. */
export const mappingKinds = ['same', 'broader', 'narrower', 'related'] as const;
export type MappingKind = (typeof mappingKinds)[number];

/** A mapping that comes with the program (`content/mappings/<from>-<to>.json`). */
export const shippedMappingSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	from: slug,
	to: slug,
	source: bilingualSchema,
	pairs: v.array(
		v.strictObject({
			from: slug,
			to: slug,
			kind: v.picklist(mappingKinds),
			note: v.optional(bilingualSchema),
		}),
	),
});
export type ShippedMapping = v.InferOutput<typeof shippedMappingSchema>;

/** Two versions of frameworks. */
export const frameworkPairSchema = v.object({ frameworkId: id(), otherId: id() });

export const setMappingSchema = v.object({
	...frameworkPairSchema.entries,
	theme: themeId(),
	otherTheme: themeId(),
	/** 'none' says that they have nothing to do with each other, also where the program proposes it. */
	kind: choice([...mappingKinds, 'none']),
	note: optionalText(500),
	/** 0 for what people did not say anything about yet. */
	version: wholeNumber(0, 1_000_000_000),
});
