import * as v from 'valibot';
import {
	choice,
	id,
	line,
	optionalChoice,
	optionalText,
	text,
	tick,
	version,
	wholeNumber,
} from '#kernel/fields.ts';
import { figureKinds } from '#features/figures/series.ts';
import { decimalMarks, MOST_OWN_COLUMNS, MOST_OWN_ROWS, ownRoles } from './own-layout.ts';
import {
	ownDirections,
	ownMeasureTypes,
	ownOrigins,
	ownSensitivities,
	ownVisibilities,
} from './own-meaning.ts';
import { MOST_OWN_MEASURES } from './own-measures.ts';
import { parseOwnPeriod } from './own-period.ts';

export const receiveOwnImportSchema = v.object({});
export const ownImportIdSchema = v.object({ ownImportId: id() });

/** A year or a year and month, or null when left out. */
const optionalPeriod = () =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string('not_a_period'),
				v.transform((written) => parseOwnPeriod(written)),
				v.string('not_a_period'),
			),
		),
		null,
	);

const columnSchema = v.object({
	role: choice(ownRoles),
	name: optionalText(120),
	period: optionalPeriod(),
	/** The place of the column that a part or base stands behind, from 0. */
	of: v.optional(v.nullable(wholeNumber(0, MOST_OWN_COLUMNS)), null),
});

/** Beside what the page is looked at with: another sheet or header asks for another proposal. */
export const ownColumnsViewSchema = v.object({
	...ownImportIdSchema.entries,
	sheet: v.optional(v.nullable(wholeNumber(0, 1000)), null),
	/** Counted from 1, as a spreadsheet does. */
	headerRow: v.optional(v.nullable(wholeNumber(1, 1_048_576)), null),
});

export const setOwnColumnsSchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
	sheet: wholeNumber(0, 1000),
	/** Counted from 1, as a spreadsheet does. */
	headerRow: wholeNumber(1, 1_048_576),
	decimal: choice(decimalMarks),
	level: optionalChoice(['municipality', 'district', 'neighbourhood']),
	boundaryYear: wholeNumber(1990, 2100),
	period: optionalPeriod(),
	columns: v.pipe(
		v.array(columnSchema, 'invalid'),
		v.minLength(1, 'choose'),
		v.maxLength(MOST_OWN_COLUMNS, 'too_long'),
	),
});

const measureSchema = v.object({
	/** As the file names it: of which measure this is said. */
	key: line(80),
	type: choice(ownMeasureTypes),
	title: line(120),
	unit: optionalText(40),
	kind: choice(figureKinds),
	direction: choice(ownDirections),
	origin: choice(ownOrigins),
	publishedIn: optionalText(200),
	sensitivity: choice(ownSensitivities),
	indicator: v.optional(v.nullable(line(80)), null),
});

export const setOwnMeaningSchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
	title: line(120),
	publisher: line(120),
	licence: line(120),
	gathered: text(1000),
	visibility: choice(ownVisibilities),
	measures: v.pipe(
		v.array(measureSchema, 'invalid'),
		v.minLength(1, 'choose'),
		v.maxLength(MOST_OWN_MEASURES, 'too_long'),
	),
});

export const setOwnChoicesSchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
	/** What was written, and the code of the area that it is; null leaves it open. */
	areas: v.optional(
		v.pipe(
			v.array(
				v.object({ written: v.pipe(v.string('required'), v.maxLength(500, 'too_long')), code: v.optional(v.nullable(v.string()), null) }), // prettier-ignore
				'invalid',
			),
			v.maxLength(MOST_OWN_ROWS, 'too_long'),
		),
		[],
	),
	leavesOut: tick(),
});

export const carryOutOwnImportSchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
	/** The publication whose place it takes; left out: none. */
	replacesId: v.optional(v.nullable(id()), null),
});

export const withdrawOwnImportSchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
	reason: optionalText(500),
});

export const restoreOwnImportSchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
});

export const changeOwnVisibilitySchema = v.object({
	...ownImportIdSchema.entries,
	version: version(),
	visibility: choice(ownVisibilities),
});
