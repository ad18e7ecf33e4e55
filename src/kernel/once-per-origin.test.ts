import { expect, it } from 'vitest';
import { oncePerOrigin } from './once-per-origin.ts';

it('makes something once per origin, however often it is asked for', () => {
	const asked: string[] = [];
	const of = oncePerOrigin((origin) => asked.push(origin) && { origin });
	expect(of('http://a')).toBe(of('http://a'));
	expect(of('http://b')).toEqual({ origin: 'http://b' });
	expect(asked).toEqual(['http://a', 'http://b']);
});

it('keeps no more than twenty, whatever names it is asked under', () => {
	let made = 0;
	const of = oncePerOrigin(() => ({ number: (made += 1) }));
	const first = of('http://0');
	for (let number = 1; number < 20; number += 1) of(`http://${number}`);
	expect(of('http://0')).toBe(first);
	of('http://20');
	expect(of('http://0')).not.toBe(first);
});
