import * as v from 'valibot';
import { id, optionalWholeNumber } from '#kernel/fields.ts';

/** A table of CBS: `84799NED`. */
const optionalTable = () =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string('not_a_table'),
				v.trim(),
				v.toUpperCase(),
				v.regex(/^\d{5}[A-Z]{3}$/, 'not_a_table'),
			),
		),
		null,
	);

/** What whoever imports says about the files; all may be left out where the files say it themselves. */
const importOptionsSchema = v.object({
	table: optionalTable(),
	title: v.optional(
		v.nullable(
			v.pipe(v.string('invalid'), v.trim(), v.nonEmpty('required'), v.maxLength(200, 'too_long')),
		),
		null,
	),
	year: optionalWholeNumber(1990, 2100),
});

export const receiveImportSchema = v.object({ ...importOptionsSchema.entries });
export const importIdSchema = v.object({ importId: id() });
