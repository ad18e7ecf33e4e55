/** What somebody looks for, by what they typed. */
export type Sought =
	| { kind: 'all' }
	/** Codes that begin so, in capitals; without the letters in front, of every level. */
	| { kind: 'code'; prefixes: string[] }
	/** The four digits of a postcode; four digits alone may also be those of a code. */
	| { kind: 'postcode'; digits: string; prefixes: string[] }
	| { kind: 'name'; text: string };

/**
 * Tells a code, a postcode and a name apart. Codes may be typed with spaces and small letters (`wk 0202 10`), postcodes
 * with or without letters (`6823 AB`).
 */
export function soughtBy(typed: string): Sought {
	const text = typed.trim();
	const tight = text.toUpperCase().replace(/[\s.-]+/g, '');
	if (text === '') return { kind: 'all' };
	if (/^(GM|WK|BU)\d[0-9A-Z]{0,7}$/.test(tight)) return { kind: 'code', prefixes: [tight] };
	const postcode = /^([1-9]\d{3})(?:[A-Z]{2})?$/.exec(tight)?.[1];
	if (postcode) {
		const prefixes = tight === postcode ? ofEveryLevel(postcode) : [];
		return { kind: 'postcode', digits: postcode, prefixes };
	}
	if (/^\d{4,8}$/.test(tight)) return { kind: 'code', prefixes: ofEveryLevel(tight) };
	return { kind: 'name', text };
}

function ofEveryLevel(digits: string): string[] {
	return ['GM', 'WK', 'BU'].map((letters) => letters + digits);
}

/**
 * How many letters have to be added, left out, changed or swapped with their neighbour to make one word of another.
 *
 * Method: the restricted distance of F.J. Damerau, "A technique for computer detection and correction of spelling
 * errors", Communications of the ACM 7 (1964) 171–176, by dynamic programming.
 */
export function mistakesBetween(one: string, other: string): number {
	let [before, above] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
	for (let row = 1; row <= one.length; row += 1) {
		const line = [row];
		for (let at = 1; at <= other.length; at += 1) {
			const isSame = one[row - 1] === other[at - 1];
			const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
			line[at] = Math.min(
				above[at]! + 1,
				line[at - 1]! + 1,
				above[at - 1]! + (isSame ? 0 : 1),
				row > 1 && at > 1 && isSwapped ? before[at - 2]! + 1 : Infinity,
			);
		}
		[before, above] = [above, line];
	}
	return above[other.length]!;
}
