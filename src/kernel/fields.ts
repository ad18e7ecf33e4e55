import * as v from 'valibot';
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

/** A number, or null when left out. */
export const optionalAmount = (least: number, most: number) =>
	v.optional(v.nullable(amount(least, most)), null);

/** A day, as `YYYY-MM-DD` or as people write it (31-12-2026); gives `YYYY-MM-DD`. */
export const day = () =>
	v.pipe(v.string('required'), v.transform(toDay), v.check(isDay, 'not_a_date'));

/** A day, or null when left out. */
export const optionalDay = () => v.optional(v.nullable(day()), null);

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

function toNumber(value: number | string): number {
	if (typeof value === 'number') return value;
	const plain = value.trim().replace(/\s/g, '').replace(',', '.');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function toDay(value: string): string {
	const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(value.trim());
	if (!parts) return value.trim();
	const [, dayPart = '', monthPart = '', year = ''] = parts;
	return `${year}-${monthPart.padStart(2, '0')}-${dayPart.padStart(2, '0')}`;
}

function isDay(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const date = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
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
