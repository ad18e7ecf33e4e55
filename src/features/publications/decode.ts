import { pipeline } from 'node:stream/promises';
import { PassThrough, Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { FigureFileError } from './file-error.ts';

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A few kilobytes of gzip can unpack to gigabytes: so much of it is taken, in bytes. As a whole, and in pieces. */
export const UNPACKED_LIMIT = { whole: 256 * 1024 * 1024, pieces: 2 * 1024 * 1024 * 1024 };

/** How the bytes of a text were read. */
export type TextEncodingName = 'utf-8' | 'windows-1252';

/** Bytes as they come from a file or an upload: a Node stream, a web stream, a list of chunks. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A whole file as text: unpacked when it begins as gzip does, read as UTF-8 (a byte order mark is
 * left out) or else as Windows-1252; `encoding` says which. Throws `FigureFileError`
 * (`truncated_gzip`, `broken_gzip`, `unpacked_too_large`, `not_text`).
 */
export function decodeText(
	bytes: Uint8Array,
	limit = UNPACKED_LIMIT.whole,
): { text: string; encoding: TextEncodingName } {
	const decoder = new TextChunks();
	const text = decoder.next(isGzip(bytes) ? unzip(bytes, limit) : bytes) + decoder.end();
	return { text, encoding: decoder.encoding };
}

/** Whether bytes begin as gzip does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unzip(bytes: Uint8Array, limit: number): Uint8Array {
	try {
		return gunzipSync(bytes, { maxOutputLength: limit });
	} catch (error) {
		throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
			? tooLarge(limit)
			: gzipError(error);
	}
}

function tooLarge(limit: number): FigureFileError {
	return new FigureFileError({ code: 'figures.unpacked_too_large', limit });
}

/**
 * The text of a stream in pieces, unpacked where it is gzip. Holds only one piece in memory.
 * `onEncoding` is told at the end how it was read.
 * Throws the errors of `decodeText` while it is read.
 */
export async function* decodeStream(
	source: ByteSource,
	onEncoding?: (encoding: TextEncodingName) => void,
	limit = UNPACKED_LIMIT.pieces,
): AsyncGenerator<string, void> {
	const decoder = new TextChunks();
	for await (const chunk of unpacked(source, limit)) {
		const text = decoder.next(chunk);
		if (text !== '') yield text;
	}
	const rest = decoder.end();
	if (rest !== '') yield rest;
	onEncoding?.(decoder.encoding);
}

async function* unpacked(source: ByteSource, limit: number): AsyncGenerator<Uint8Array> {
	const chunks = joinedStart(source);
	const first = await chunks.next();
	if (first.done) return;
	const all = startingWith(first.value, chunks);
	if (isGzip(first.value)) yield* gunzipped(all, limit);
	else yield* all;
}

async function* gunzipped(
	chunks: AsyncIterable<Uint8Array>,
	limit: number,
): AsyncGenerator<Uint8Array> {
	const output = new PassThrough({ highWaterMark: 256 * 1024 });
	// An error of any part reaches the reader through `output`.
	const flow = pipeline(Readable.from(chunks), createGunzip({ chunkSize: 256 * 1024 }), output);
	flow.catch(() => undefined);
	try {
		let bytes = 0;
		for await (const chunk of output as AsyncIterable<Uint8Array>) {
			bytes += chunk.length;
			if (bytes > limit) throw tooLarge(limit);
			yield chunk;
		}
		await flow;
	} catch (error) {
		throw gzipError(error);
	}
}

function gzipError(error: unknown): unknown {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'Z_BUF_ERROR') {
		return new FigureFileError({ code: 'figures.truncated_gzip' }, { cause: error });
	}
	if (typeof code === 'string' && code.startsWith('Z_')) {
		return new FigureFileError({ code: 'figures.broken_gzip' }, { cause: error });
	}
	return error;
}

/** The same chunks, with enough in the first one to see whether it is gzip. */
async function* joinedStart(source: ByteSource): AsyncGenerator<Uint8Array> {
	let start: Uint8Array | null = new Uint8Array(0);
	for await (const chunk of source) {
		if (start === null) {
			yield chunk;
			continue;
		}
		start = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
		if (start.length < 2) continue;
		yield start;
		start = null;
	}
	if (start !== null && start.length > 0) yield start;
}

async function* startingWith(
	first: Uint8Array,
	rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	yield first;
	yield* rest;
}

/**
 * Turns pieces of bytes into text. Begins as UTF-8 and changes to Windows-1252 at the first byte
 * that cannot be UTF-8, unless UTF-8 beyond ASCII was seen before: such a file is neither, and is
 * refused (`not_text`, with the place) rather than read with wrong letters. So is a zero byte, which
 * no text file holds.
 */
class TextChunks {
	encoding: TextEncodingName = 'utf-8';
	private decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	private held: Uint8Array = new Uint8Array(0);
	private seenBeyondAscii = false;
	private bytesBefore = 0;
	private atStart = true;

	next(bytes: Uint8Array): string {
		const joined = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes]);
		const complete = this.encoding === 'utf-8' ? wholeCharacters(joined) : joined.length;
		this.held = joined.slice(complete);
		return this.decode(joined.subarray(0, complete));
	}

	end(): string {
		const rest = this.held;
		this.held = new Uint8Array(0);
		return this.decode(rest);
	}

	private decode(bytes: Uint8Array): string {
		const zero = bytes.indexOf(0);
		if (zero !== -1) throw this.notText(zero);
		let text = this.decoder.decode(bytes);
		if (this.encoding === 'utf-8') {
			if (text.includes('\ufffd') && !isUtf8(bytes)) text = this.asWindows1252(bytes, text);
			else this.seenBeyondAscii ||= BEYOND_ASCII.test(text);
		}
		this.bytesBefore += bytes.length;
		if (this.atStart && bytes.length > 0) {
			this.atStart = false;
			if (text.startsWith('\ufeff')) return text.slice(1);
		}
		return text;
	}

	private asWindows1252(bytes: Uint8Array, asUtf8: string): string {
		if (this.seenBeyondAscii || BEYOND_ASCII.test(asUtf8.replaceAll('\ufffd', ''))) {
			throw this.notText(firstInvalid(bytes));
		}
		this.encoding = 'windows-1252';
		this.decoder = new TextDecoder('windows-1252');
		return this.decoder.decode(bytes);
	}

	private notText(offset: number): FigureFileError {
		return new FigureFileError({ code: 'figures.not_text', byte: this.bytesBefore + offset });
	}
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** How many bytes from the start are whole characters; at most 3 at the end are left for later. */
function wholeCharacters(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
		const byte = bytes[bytes.length - back]!;
		if (byte < 0x80) return bytes.length;
		if (byte < 0xc0) continue;
		const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
		return back < needed ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

/** Where the first character begins that is no UTF-8, by halving. */
function firstInvalid(bytes: Uint8Array): number {
	let valid = 0;
	let invalid = bytes.length;
	while (invalid - valid > 1) {
		const middle = (valid + invalid) >> 1;
		const part = bytes.subarray(0, middle);
		if (isUtf8(part.subarray(0, wholeCharacters(part)))) valid = middle;
		else invalid = middle;
	}
	return wholeCharacters(bytes.subarray(0, valid));
}
