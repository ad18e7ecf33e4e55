import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeStream, decodeText, type TextEncodingName } from './decode.ts';
import { FigureFileError, type FileProblem } from './file-error.ts';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

function cut(bytes: Uint8Array, size: number): Uint8Array[] {
	const chunks: Uint8Array[] = [];
	for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
	return chunks;
}

async function streamed(chunks: Uint8Array[]): Promise<{ text: string; encoding: string }> {
	let text = '';
	let encoding: TextEncodingName | 'none' = 'none';
	for await (const piece of decodeStream(chunks, (name) => (encoding = name))) text += piece;
	return { text, encoding };
}

async function problemOf(work: () => unknown): Promise<FileProblem | undefined> {
	try {
		await work();
	} catch (error) {
		if (error instanceof FigureFileError) return error.problem;
		throw error;
	}
	return undefined;
}

describe('text', () => {
	test('in UTF-8 is read as it is, without its byte order mark', () => {
		const expected = { text: 'Súdwest-Fryslân', encoding: 'utf-8' };
		expect(decodeText(utf8('Súdwest-Fryslân'))).toEqual(expected);
		expect(decodeText(utf8('\ufeffSúdwest-Fryslân'))).toEqual(expected);
	});

	test('in Windows-1252 is read as such, and it is said', () => {
		const bytes = Buffer.concat([latin('Súdwest-Fryslân '), Buffer.from([0x80, 0x92])]);
		expect(decodeText(bytes)).toEqual({ text: 'Súdwest-Fryslân €’', encoding: 'windows-1252' });
	});

	test('that is neither is refused with the place, not read with wrong letters', async () => {
		const bytes = Buffer.concat([utf8('Fryslân;'), latin('Fryslân')]);
		const problem = { code: 'figures.not_text', byte: 14 };
		expect(await problemOf(() => decodeText(bytes))).toEqual(problem);
		expect(await problemOf(() => streamed(cut(bytes, 5)))).toEqual(problem);
	});

	test('with a zero byte is no text', async () => {
		const problem = await problemOf(() => decodeText(utf8('abc\0def')));
		expect(problem).toEqual({ code: 'figures.not_text', byte: 3 });
	});

	test('in UTF-8 is the same in whatever pieces it comes, packed or not', async () => {
		const any = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
		await fc.assert(
			fc.asyncProperty(
				any,
				fc.integer({ min: 1, max: 7 }),
				fc.boolean(),
				async (text, size, zip) => {
					const bytes = zip ? gzipSync(utf8(text)) : utf8(text);
					expect((await streamed(cut(bytes, size))).text).toBe(text);
					expect(decodeText(bytes).text).toBe(text);
				},
			),
		);
	});

	test('in Windows-1252 is the same in whatever pieces it comes', async () => {
		const any = fc.stringMatching(/^[a-zé;\n]{1,40}$/);
		await fc.assert(
			fc.asyncProperty(any, fc.integer({ min: 1, max: 7 }), async (text, size) => {
				const result = await streamed(cut(latin(text), size));
				const encoding = text.includes('é') ? 'windows-1252' : 'utf-8';
				expect(result).toEqual({ text, encoding });
			}),
		);
	});
});

describe('gzip', () => {
	const packed = gzipSync(utf8('NL00;Nederland\n'.repeat(5000)));

	test('that was cut off has its own error, wherever it was cut', async () => {
		const problem = { code: 'figures.truncated_gzip' };
		for (const length of [12, packed.length >> 1, packed.length - 1]) {
			const part = packed.subarray(0, length);
			expect(await problemOf(() => decodeText(part))).toEqual(problem);
			expect(await problemOf(() => streamed(cut(part, 100)))).toEqual(problem);
		}
	});

	test('that was damaged has another', async () => {
		const broken = Buffer.from(packed);
		broken.fill(0xff, 20, 60);
		const problem = { code: 'figures.broken_gzip' };
		expect(await problemOf(() => decodeText(broken))).toEqual(problem);
		expect(await problemOf(() => streamed(cut(broken, 100)))).toEqual(problem);
	});

	test('that unpacks to more than fits is refused before it is all unpacked', async () => {
		const bomb = gzipSync(Buffer.alloc(50_000_000, '\n'));
		const limit = 1_000_000;
		const problem = { code: 'figures.unpacked_too_large', limit };
		expect(await problemOf(() => decodeText(bomb, limit))).toEqual(problem);
		let read = 0;
		const reading = async () => {
			for await (const piece of decodeStream(cut(bomb, 100), undefined, limit))
				read += piece.length;
		};
		expect(await problemOf(reading)).toEqual(problem);
		expect(read).toBeGreaterThan(0);
		expect(read).toBeLessThanOrEqual(limit);
		expect(decodeText(packed, limit).text).toHaveLength(75_000);
	});

	test('can be left half-way without an error', async () => {
		for await (const piece of decodeStream(cut(packed, 10))) {
			expect(piece.length).toBeGreaterThan(0);
			break;
		}
	});
});
