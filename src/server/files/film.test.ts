import { describe, expect, it } from 'vitest';
import { cleanFilm } from './film.ts';

const mark = '+51.9851+005.8987/';

function box(type: string, ...inside: (Buffer | string)[]): Buffer {
	const content = Buffer.concat(inside.map((part) => Buffer.from(part as string)));
	const head = Buffer.alloc(8);
	head.writeUInt32BE(content.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, content]);
}

const times = (type: string) => box(type, Buffer.from([0, 0, 0, 0]), Buffer.alloc(8, 0xaa), Buffer.alloc(12, 0xbb)); // prettier-ignore
const picture = Buffer.alloc(64, 0x42);
const film = () =>
	Buffer.concat([
		box('ftyp', 'mp42', Buffer.alloc(4), 'isom'),
		box(
			'moov',
			times('mvhd'),
			box('trak', times('tkhd'), box('mdia', times('mdhd')), box('udta', mark), box('meta', mark)),
			box('udta', box('meta', mark), mark),
			box('meta', mark),
		),
		box('uuid', mark),
		box('free', mark),
		box('mdat', picture),
	]);

describe('a film', () => {
	it('keeps picture and sound where they are, and loses place, maker and times', () => {
		const before = film();
		const after = Buffer.from(cleanFilm(before));
		expect(after.length).toBe(before.length);
		expect(after.includes(mark)).toBe(false);
		expect(after.includes(Buffer.alloc(8, 0xaa))).toBe(false);
		expect(after.indexOf(Buffer.alloc(12, 0xbb))).toBe(before.indexOf(Buffer.alloc(12, 0xbb)));
		expect(after.indexOf(picture)).toBe(before.indexOf(picture));
		expect(before.includes(mark)).toBe(true);
	});

	it('that is cut off, or holds something else as well, is refused', () => {
		const whole = film();
		for (const bytes of [
			whole.subarray(0, whole.length - 5),
			Buffer.concat([whole, Buffer.from('<script>alert(1)</script>')]),
			Buffer.concat([whole, box('html', '<script>')]),
			box('ftyp', 'mp42'),
		])
			expect(() => cleanFilm(bytes)).toThrow('unreadable');
	});

	it('whose boxes say they are larger than they can be is refused', () => {
		const whole = film();
		const lying = Buffer.from(whole);
		lying.writeUInt32BE(0xffff_fff0, whole.indexOf('mvhd') - 4);
		expect(() => cleanFilm(lying)).toThrow('unreadable');
	});
});
