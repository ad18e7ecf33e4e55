import content from '#content/area-characteristics.json' with { type: 'json' };
import * as v from 'valibot';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';
import { indicatorOf } from './catalogue.ts';

const indicator = v.pipe(
	slug,
	v.check((id) => indicatorOf(id) !== undefined, 'not in the catalogue'),
);

/** What kind of place an area is: content/area-characteristics.json. */
export const areaCharacteristicsSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	source: bilingualSchema,
	characteristics: uniqueById(
		v.strictObject({
			id: slug,
			name: bilingualSchema,
			/** Why it makes areas comparable, or when it does. */
			why: bilingualSchema,
			of: indicator,
			/** A share is taken: in percent of this indicator. */
			per: v.optional(indicator),
			/** `log`: a difference is how many times as much. */
			scale: v.picklist(['linear', 'log']),
			byDefault: v.boolean(),
		}),
	),
});

export type AreaCharacteristic = v.InferOutput<
	typeof areaCharacteristicsSchema
>['characteristics'][number];

/** The characteristics that areas can be compared by; their shape is checked by a test. */
export const areaCharacteristics = content.characteristics as readonly AreaCharacteristic[];

/** The characteristics with these ids, in the order of the content; those of the default where none is named. */
export function characteristicsOf(ids: readonly string[] | undefined): AreaCharacteristic[] {
	const chosen = areaCharacteristics.filter(({ id }) => ids?.includes(id));
	return chosen.length > 0 ? chosen : areaCharacteristics.filter(({ byDefault }) => byDefault);
}

/** Its value out of those of its indicators; NaN where one of them is missing or it cannot be told. */
export function characteristicValue(
	{ scale, per }: Pick<AreaCharacteristic, 'scale' | 'per'>,
	of: number,
	base: number,
): number {
	const value = per === undefined ? of : base > 0 ? (100 * of) / base : NaN;
	if (scale === 'linear') return value;
	return value > 0 ? Math.log(value) : NaN;
}
