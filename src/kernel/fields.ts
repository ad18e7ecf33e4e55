import * as v from 'valibot';
import { parseTypedDate } from './typed-text.ts';
import { scanForOnePerson } from './privacy/one-person.ts';
import { scanText } from './privacy/scan.ts';

/**
 * The kinds of field that schemas are made of. Each takes what a form sends (text) and what a program sends (JSON)
 * alike, and names its problem with a code of `fieldTexts`. A form leaves empty fields out (form-data.ts).
 */

/** A UUID. */
export const id = () => v.pipe(v.string('required'), v.uuid('unknown'));

/** A short text on one line that has to be there. */
export const line = (limit = 200) =>
	v.pipe(
		v.string('required'),
		v.transform((text) => text.replace(/\s+/g, ' ').trim()),
		v.nonEmpty('required'),
		v.maxLength(limit, 'too_long'),
		noPerson(),
	);

/** A text of more lines that has to be there. Every free text passes the privacy scanner. */
export const text = (limit = 2000) =>
	v.pipe(
		v.string('required'),
		tidy(),
		v.nonEmpty('required'),
		v.maxLength(limit, 'too_long'),
		noPerson(),
	);

/** A text that may be left out; then it is ''. */
export const optionalText = (limit = 2000) =>
	v.optional(v.pipe(v.string('invalid'), tidy(), v.maxLength(limit, 'too_long'), noPerson()), '');

/**
 * As `text`, for what comes from the neighbourhood: refused as well when it tells about one person or one household
 * (`about_one_person`). Every text of an observation, a conversation, a signal, a caption and the like is a note.
 */
export const note = (limit = 2000) => v.pipe(text(limit), aboutNobody());

/** A note that may be left out; then it is ''. */
export const optionalNote = (limit = 2000) =>
	v.optional(
		v.pipe(v.string('invalid'), tidy(), v.maxLength(limit, 'too_long'), noPerson(), aboutNobody()),
		'',
	);

/** A note on one line that has to be there. */
export const noteLine = (limit = 200) => v.pipe(line(limit), aboutNobody());

/**
 * The answer to the question of `OnePerson.svelte`, whether this is about one person or household. Only `no` can be
 * stored; leave it out of what is kept, for it says nothing more.
 */
export const aboutOnePerson = () =>
	v.pipe(
		v.picklist(['no', 'yes'], 'choose'),
		v.check((answer) => answer === 'no', 'about_one_person'),
	);

/** One of a fixed list. */
export const choice = <const T extends readonly string[]>(options: T) =>
	v.picklist(options, 'choose');

/** One of a fixed list, or null when nothing is chosen. */
export const optionalChoice = <const T extends readonly string[]>(options: T) =>
	v.optional(v.nullable(v.picklist(options, 'choose')), null);

/** Some of a fixed list; an empty list when nothing is chosen. */
export const choices = <const T extends readonly string[]>(options: T) =>
	v.optional(v.array(v.picklist(options, 'choose')), []);

/** A tick: true, or what a checkbox sends. */
export const tick = () =>
	v.optional(
		v.pipe(
			v.union([v.boolean(), v.literal('on'), v.literal('true'), v.literal('false')], 'invalid'),
			v.transform((value) => value === true || value === 'on' || value === 'true'),
		),
		false,
	);

/** A number with a decimal point or comma, between two bounds. */
export const amount = (least: number, most: number) =>
	v.pipe(
		v.union([v.number(), v.string()], 'required'),
		v.transform(toNumber),
		v.number('not_a_number'),
		v.minValue(least, 'too_low'),
		v.maxValue(most, 'too_high'),
	);

/** A whole number between two bounds. */
export const wholeNumber = (least: number, most: number) =>
	v.pipe(amount(least, most), v.integer('not_a_number'));

/** A whole number, or null when left out. */
export const optionalWholeNumber = (least: number, most: number) =>
	v.optional(v.nullable(wholeNumber(least, most)), null);

/** A day, as `YYYY-MM-DD` or as people write it (31-12-2026); gives `YYYY-MM-DD`. */
export const day = () =>
	v.pipe(
		v.string('required'),
		v.transform((typed) => parseTypedDate(typed) ?? ''),
		v.regex(/^\d{4}-\d{2}-\d{2}$/, 'not_a_date'),
	);

/** A day, or null when left out. */
export const optionalDay = () => v.optional(v.nullable(day()), null);

/** A day of which perhaps only the month or the year is known. `on` is the first day of that month or year. */
export interface RoughDay {
	on: string;
	precision: 'day' | 'month' | 'year';
}

/**
 * A day as precisely as it is known (`21-11-2026`, `november 2026`, `2026-11`, `2026`). The field for people is
 * `DateField` with `rough`.
 */
export const roughDay = () =>
	v.pipe(
		v.string('required'),
		v.transform((typed) => parseTypedDate(typed)),
		v.string('not_a_date'),
		v.transform(toRoughDay),
	);

/** The same, or null when left out. */
export const optionalRoughDay = () => v.optional(v.nullable(roughDay()), null);
/** A time of the day (14:05, 14.05, 9:30); gives `HH:MM`, or null when left out. */
export const optionalTime = () =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string('not_a_time'),
				v.transform((value) => value.trim().replace('.', ':').padStart(5, '0')),
				v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time'),
			),
		),
		null,
	);

/** The version of what is changed, as the writer read it. */
export const version = () => wholeNumber(1, 1_000_000_000);

function tidy() {
	return v.transform((value: string) => value.replace(/\r\n?/g, '\n').trim());
}

/** Refuses a text that makes a person recognisable, and names what was found. */
function noPerson() {
	return v.rawCheck<string>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const kinds = [...new Set(scanText(dataset.value).map((hit) => hit.kind))];
		if (kinds.length > 0) addIssue({ message: `identifies_person:${kinds.join(',')}` });
	});
}

/** Refuses a note that tells about one person, and names what shows it. */
function aboutNobody() {
	return v.rawCheck<string>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const kinds = [...new Set(scanForOnePerson(dataset.value).map((hit) => hit.kind))];
		if (kinds.length > 0) addIssue({ message: `about_one_person:${kinds.join(',')}` });
	});
}

function toNumber(value: number | string): number {
	if (typeof value === 'number') return value;
	const plain = value.trim().replace(/\s/g, '').replace(',', '.');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function toRoughDay(iso: string): RoughDay {
	const [year = '', month = '01', dayOfMonth = '01'] = iso.split('-');
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
	return { on: `${year}-${month}-${dayOfMonth}`, precision };
}

/** A stored day as ISO text of the precision it is known to: what `DateField` and `formatDate` take. */
export function isoOf(on: string | null, precision: string): string | null {
	if (on === null) return null;
	return precision === 'year' ? on.slice(0, 4) : precision === 'month' ? on.slice(0, 7) : on;
}

/** An e-mail address, in lower case. */
export const emailAddress = () =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.toLowerCase(),
		v.nonEmpty('required'),
		v.maxLength(254, 'too_long'),
		v.email('not_an_email'),
	);

/** A web address, or null. Only http and https: anything else could do something when it is followed. */
export const optionalWebAddress = () =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string('not_a_web_address'),
				v.trim(),
				v.maxLength(500, 'too_long'),
				v.url('not_a_web_address'),
				v.regex(/^https?:/i, 'not_a_web_address'),
			),
		),
		null,
	);
