import * as v from 'valibot';

/** A CBS code of a municipality, district or neighbourhood; letters are allowed since 2022. */
const areaCodePattern = /^(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/;

/** A CBS code as typed (spaces and lower case are fine), or null when left out. */
export const optionalAreaCode = () =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string('not_a_code'),
				v.trim(),
				v.toUpperCase(),
				v.regex(areaCodePattern, 'not_a_code'),
			),
		),
		null,
	);

/** A CBS code as typed, of any level; the country is `NL`. */
export const areaCode = () =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.toUpperCase(),
		v.transform((code) => (/^NL0[01]$/.test(code) ? 'NL' : code)),
		v.check((code) => code === 'NL' || areaCodePattern.test(code), 'not_a_code'),
	);

/** A piece of a name or code to look for; '' finds everything. */
export const searchText = () =>
	v.optional(v.pipe(v.string('invalid'), v.trim(), v.maxLength(80, 'too_long')), '');
