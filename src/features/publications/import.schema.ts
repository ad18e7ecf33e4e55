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
/** One of the list, or the number of a table; one of the two. */
export const fetchFiguresSchema = v.pipe(
	v.object({
		publication: v.optional(
			v.nullable(v.pipe(v.string('invalid'), v.maxLength(80, 'too_long'))),
			null,
		),
		table: optionalTable(),
	}),
	v.forward(
		v.partialCheck(
			[['publication'], ['table']],
			({ publication, table }) => Boolean(publication) || Boolean(table),
			'required',
		),
		['table'],
	),
);
export const importIdSchema = v.object({ importId: id() });
