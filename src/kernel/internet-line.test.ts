import { expect, it } from 'vitest';
import { internetLine } from './internet-line.ts';

it.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
	['2001:0db8:0001:0002::ffff', '2001:db8:1:2::/64'],
	['2001:db8::6', '2001:db8:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['unknown', 'unknown'],
	['', ''],
])('%s is of the line %s', (address, line) => {
	expect(internetLine(address)).toBe(line);
});
