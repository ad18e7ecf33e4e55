import { isIPv6 } from 'node:net';

/**
 * Which line to the internet an address is of, for counting: an IPv4 address itself, and of an IPv6 address the first
 * half, because whoever has the line chooses the other half freely (RFC 4291 §2.5.4). Anything else is given back.
 */
export function internetLine(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail = ''] = plain.split('::');
	const [first, last] = [groupsIn(head), groupsIn(tail)];
	const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
	const half = [...first, ...zeros, ...last].slice(0, 4);
	return `${half.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groupsIn = (part: string) => (part === '' ? [] : part.split(':'));
