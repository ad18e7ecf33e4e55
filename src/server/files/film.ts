import { FileError } from './file-error.ts';

/**
 * A film (ISO base media, ISO/IEC 14496-12: MP4, MOV) without what was written along with picture and sound: the place,
 * the maker, the device, the times. Nothing moves within the file: a box of metadata becomes one that players skip
 * (`free`), filled with zeros. Throws a `FileError` when the boxes do not fill the file exactly: then it is cut off, or
 * something else as well.
 */
export function cleanFilm(file: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(file);
	const view = new DataView(bytes.buffer);
	const found = new Set<string>();
	for (const box of boxesIn(view, 0, bytes.length)) {
		if (!topLevel.has(box.type)) throw new FileError('unreadable');
		found.add(box.type);
		clean(view, box);
	}
	if (!['ftyp', 'moov', 'mdat'].every((type) => found.has(type))) throw new FileError('unreadable');
	return bytes;
}

interface Box {
	type: string;
	/** Where it begins, where what is in it begins, and where it ends. */
	start: number;
	inside: number;
	end: number;
}

/** What may stand on the first level. `uuid`, `meta` and `udta` do and are emptied. */
const topLevel = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pdin', 'moof', 'mfra', 'sidx', 'uuid', 'meta', 'udta']); // prettier-ignore
/** Boxes of boxes that lead to metadata. */
const containers = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
/** Where films keep the place, the maker and the device (QuickTime user data, iTunes and Apple metadata, XMP). */
const metadata = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);
/** Their creation and modification times are zeroed. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd']);

function* boxesIn(view: DataView, from: number, to: number): Generator<Box> {
	for (let start = from; start < to;) {
		if (to - start < 8) throw new FileError('unreadable');
		const type = String.fromCharCode(...[4, 5, 6, 7].map((at) => view.getUint8(start + at)));
		const short = view.getUint32(start);
		const isLong = short === 1;
		if (isLong && to - start < 16) throw new FileError('unreadable');
		const size = isLong ? Number(view.getBigUint64(start + 8)) : short === 0 ? to - start : short;
		const inside = start + (isLong ? 16 : 8);
		const end = start + size;
		if (end > to || end < inside) throw new FileError('unreadable');
		yield { type, start, inside, end };
		start = end;
	}
}

function clean(view: DataView, box: Box): void {
	if (metadata.has(box.type)) return empty(view, box);
	if (timed.has(box.type)) return zeroTimes(view, box);
	if (!containers.has(box.type)) return;
	const boxes = [...boxesIn(view, box.inside, box.end)];
	for (const inner of boxes) clean(view, inner);
}

function empty(view: DataView, { start, inside, end }: Box): void {
	for (const [at, letter] of [...'free'].entries())
		view.setUint8(start + 4 + at, letter.charCodeAt(0));
	new Uint8Array(view.buffer, inside, end - inside).fill(0);
}

/** Version 0 has two times of 4 bytes behind the flags, version 1 two of 8. */
function zeroTimes(view: DataView, { inside, end }: Box): void {
	if (end - inside < 4) throw new FileError('unreadable');
	const length = view.getUint8(inside) === 1 ? 16 : 8;
	if (inside + 4 + length > end) throw new FileError('unreadable');
	new Uint8Array(view.buffer, inside + 4, length).fill(0);
}
