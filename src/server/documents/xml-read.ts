import sax from 'sax';
import { FileReadError } from './file-read-error.ts';

/** What happens while XML is read; names come without their namespace's prefix. */
export interface XmlReader {
	open?(name: string, attributes: Readonly<Record<string, string>>): void;
	text?(text: string): void;
	close?(name: string): void;
}

const PIECE = 64 * 1024;

/**
 * Reads XML piece by piece. No document type is accepted, so that there are no entities to expand and nothing to
 * fetch: OOXML has none (ECMA-376, part 2, §8.1.4).
 * @throws FileReadError `unreadable`
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
	const parser = sax.parser(true, { position: false });
	parser.onerror = (error) => {
		throw new FileReadError('unreadable', error.message);
	};
	parser.ondoctype = () => {
		throw new FileReadError('unreadable', 'a document type');
	};
	parser.onopentag = ({ name, attributes }) =>
		reader.open?.(localName(name), attributes as Record<string, string>);
	parser.ontext = (text) => reader.text?.(text);
	parser.oncdata = (text) => reader.text?.(text);
	parser.onclosetag = (name) => reader.close?.(localName(name));
	const decoder = new TextDecoder(encodingOf(bytes));
	for (let start = 0; start < bytes.length; start += PIECE)
		parser.write(decoder.decode(bytes.subarray(start, start + PIECE), { stream: true }));
	parser.write(decoder.decode()).close();
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
