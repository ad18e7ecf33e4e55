import type { Coverage } from './typst-text.ts';

/**
 * Which characters a TrueType font has glyphs for, read from its `cmap` table (OpenType 1.9,
 * formats 4 and 12).
 * @throws Error when the file is no font with a Unicode map.
 */
export function fontCoverage(font: Buffer): Coverage {
	const map = unicodeMap(font);
	const format = map.readUInt16BE(0);
	const points = new Set(format === 12 ? segmentedCoverage(map) : deltaCoverage(map));
	return (codePoint) => points.has(codePoint);
}

function unicodeMap(font: Buffer): Buffer {
	const cmap = font.subarray(tableOffset(font, 'cmap'));
	const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
		cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4)),
	);
	const found =
		subtables.find((table) => table.readUInt16BE(0) === 12) ??
		subtables.find((table) => table.readUInt16BE(0) === 4);
	if (!found) throw new Error('The font has no Unicode character map (cmap format 4 or 12)');
	return found;
}

function tableOffset(font: Buffer, tag: string): number {
	for (let index = 0; index < font.readUInt16BE(4); index += 1) {
		const record = 12 + index * 16;
		if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
	}
	throw new Error(`The font has no table “${tag}”`);
}

function* segmentedCoverage(map: Buffer): Generator<number> {
	for (let index = 0; index < map.readUInt32BE(12); index += 1) {
		const group = 16 + index * 12;
		const last = map.readUInt32BE(group + 4);
		for (let point = map.readUInt32BE(group); point <= last; point += 1) yield point;
	}
}

function* deltaCoverage(map: Buffer): Generator<number> {
	const segments = map.readUInt16BE(6) / 2;
	for (let index = 0; index < segments; index += 1) {
		const last = map.readUInt16BE(14 + index * 2);
		const first = map.readUInt16BE(16 + segments * 2 + index * 2);
		for (let point = first; point <= last && point < 0xffff; point += 1) yield point;
	}
}
