import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

/** The lines of the table of traps: which trap, the name of its test, and the file it stands in. */
const page = readFileSync(path.join(root, 'docs/decisions/traps-of-published-files.md'), 'utf8');
const lines = [...page.matchAll(/^\| (.+?) +\| (.+?) +\| `(.+?\.test\.ts)` +\|$/gm)];

test('the table of traps has a line for each', () => {
	expect(lines.length).toBeGreaterThan(15);
});

test.each(lines.map(([, trap = '', name = '', file = '']) => [trap, name, file] as const))(
	'%s has its test',
	(_, name, file) => {
		const text = readFileSync(path.join(root, file), 'utf8').replaceAll("\\'", "'");
		const written = ["'", '"', '`'].map((quote) => `(${quote}${name}${quote}`);
		const onALine = ["'", '"', '`'].map((quote) => `${quote}${name}${quote},`);
		expect([...written, ...onALine].some((one) => text.includes(one))).toBe(true);
	},
);
