import * as v from 'valibot';
import { amount, id, optionalNote } from '#kernel/fields.ts';

/**
 * Degrees, rounded to four decimals: some ten metres. What is kept is where a place lies, never where somebody stood.
 */
const degrees = (most: number) =>
	v.optional(
		v.nullable(
			v.pipe(
				amount(-most, most),
				v.transform((value) => Math.round(value * 10_000) / 10_000),
			),
		),
		null,
	);

/** Where a point lies (WGS84); both or neither. */
export const pointFields = { longitude: degrees(180), latitude: degrees(90) };

/** Where something was seen or told: one of the meaningful places, in words, on the map, or more than one of these. */
export const spotFields = {
	placeId: v.optional(v.nullable(id()), null),
	/** In words: another place, or where exactly. */
	place: optionalNote(300),
	...pointFields,
};

/** The neighbourhood walk on which it was seen. */
export const walkIdField = () => v.optional(v.nullable(id()), null);

/** Whether something tells where it was: for what is nothing without its place. */
export const saysWhere = ({ placeId, place }: { placeId: string | null; place: string }) =>
	placeId !== null || place !== '';
