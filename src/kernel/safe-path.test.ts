import { expect, it } from 'vitest';
import fc from 'fast-check';
import { safePath } from './safe-path.ts';

it.each(['/', '/arnhem', '/arnhem/geitenkamp/2013?pagina=2#a'])('goes to %s', (path) => {
	expect(safePath(path)).toBe(path);
});

it.each([
	null,
	'',
	'arnhem',
	'//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'/.//evil.example',
	'/..//evil.example/x',
	'/a/..//evil.example',
	'/%2e%2e//evil.example',
	'https://evil.example',
	'javascript:alert(1)',
])('goes nowhere else by way of %j', (path) => {
	expect(safePath(path)).toBe('/');
});

it('stays here whatever is handed in', () => {
	const pieces = fc.constantFrom('/', '\\', '.', '..', '%2e', '@', ':', '\t', '\n', ' ', 'evil.example', '?', '#'); // prettier-ignore
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
			const path = safePath(parts.join(''));
			expect(new URL(path, 'https://here.example').host).toBe('here.example');
		}),
	);
});
