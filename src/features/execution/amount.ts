import * as v from 'valibot';

/**
 * Money or hours as people write them, in hundredths: `1.250`, `1250,50`, `€ 1.250,5`, `1,250.50` and `1250.5` all
 * read as meant. A sign with exactly three digits after it parts thousands; with one or two at the end it is the
 * decimal sign, so that neither language misreads the other's. Undefined when it is no amount, or has more decimals.
 */
export function parseHundredths(text: string): number | undefined {
	const plain = text.replace(/[\s€]/g, '').replace(/,-$/, '');
	const parts = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*)?|\d+)(?:([.,])(\d{1,2}))?$/.exec(plain);
	if (!parts) return undefined;
	const [, whole = '', thousands, decimal, cents = ''] = parts;
	if (thousands !== undefined && thousands === decimal) return undefined;
	return Number(whole.replace(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'));
}

/** An amount that may be unknown (null), in hundredths, up to `most` whole units. Takes text, or a number of units. */
export const optionalHundredths = (most: number) =>
	v.optional(
		v.nullable(
			v.pipe(
				v.union([v.number(), v.string()], 'not_a_number'),
				v.transform((value) => (typeof value === 'string' ? parseHundredths(value) : cents(value))),
				v.number('not_an_amount'),
				v.minValue(0, 'not_an_amount'),
				v.check((value) => value <= most * 100, 'amount_too_high'),
			),
		),
		null,
	);

function cents(units: number): number | undefined {
	const hundredths = Math.round(units * 100);
	return Math.abs(hundredths - units * 100) < 1e-6 ? hundredths : undefined;
}
