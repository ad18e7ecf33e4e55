/** A part of a file: its first and last byte. */
export interface ByteRange {
	from: number;
	to: number;
}

/**
 * The one range that a `Range` header asks for (RFC 9110 §14.1.2), cut off at the end of the file. Null for the whole file:
 * no header, another unit, more ranges than one, or one that cannot be read, which a server may ignore.
 */
export function rangeOf(header: string | null, size: number): ByteRange | null | 'unsatisfiable' {
	const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
	if (!match) return null;
	const [, first = '', last = ''] = match;
	if (first === '' && last === '') return null;
	if (first === '') {
		const length = Math.min(Number(last), size);
		return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 };
	}
	const from = Number(first);
	if (last !== '' && Number(last) < from) return null;
	if (from >= size) return 'unsatisfiable';
	return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
