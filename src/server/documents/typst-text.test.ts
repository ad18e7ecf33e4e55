import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawableText, stringLiteral } from './typst-text.ts';

const latin = (codePoint: number) => codePoint < 0x250;

test('a string literal comes back from Typst as it went in', () => {
	const drawable = fc
		.string({ unit: 'binary', maxLength: 200 })
		.map((text) => drawableText(text, () => true));
	fc.assert(
		fc.property(fc.array(drawable, { minLength: 1, maxLength: 20 }), (texts) => {
			const mainFileContent = `#metadata((${texts.map((text) => `${stringLiteral(text)},`).join('')})) <x>`;
			const found = NodeCompiler.create().query(
				{ mainFileContent },
				{ selector: '<x>', field: 'value' },
			);
			expect(found).toEqual([texts]);
		}),
		{ numRuns: 200 },
	);
}, 30_000);

test('control, invisible and direction-changing characters are dropped, line ends stay', () => {
	expect(drawableText('a\u0000b\u200Bc\u202Ed\u00ADe\r\nf', latin)).toBe('abcde\nf');
});

test('what the font lacks becomes a box', () => {
	expect(drawableText('Fijn 👍', latin)).toBe('Fijn □');
});

test('a letter with a loose accent becomes one letter', () => {
	expect(drawableText('e\u0301', latin)).toBe('é');
});
