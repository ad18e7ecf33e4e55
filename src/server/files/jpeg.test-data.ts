import sharp from 'sharp';

/** Stands in every corner of a file where something may be written beside the pixels. */
export const mark = 'SPOOR-VAN-DE-MAKER';

/**
 * A real JPEG as a phone makes it: EXIF with the place, the device, a thumbnail and the way up, XMP, IPTC, a comment, a
 * colour profile, and something behind the picture. `mark` stands in each of them. Left half red, right half blue, lying on
 * its side: upright it is `height` wide.
 */
export async function markedJpeg(width = 1600, height = 1200): Promise<Buffer> {
	const half = Math.floor(width / 2);
	const plain = await sharp({ create: { width, height, channels: 3, background: 'red' } })
		.composite([
			{
				input: { create: { width: width - half, height, channels: 3, background: 'blue' } },
				left: half,
				top: 0,
			},
		])
		.withExif({
			IFD0: { Make: mark, Model: mark, Software: mark, Orientation: '6', Copyright: mark },
			IFD2: { UserComment: mark, DateTimeOriginal: '2026:03:02 10:00:00' },
			IFD3: {
				GPSLatitudeRef: 'N',
				GPSLatitude: '51/1 59/1 30/1',
				GPSLongitudeRef: 'E',
				GPSLongitude: '5/1 54/1 0/1',
			},
		})
		.withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${mark}</rdf></x:xmpmeta>`)
		.withIccProfile('p3')
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
	const iptc = segment(0xed, `Photoshop 3.0\0${mark}`);
	const comment = segment(0xfe, mark);
	const thumbnail = segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08${mark}`);
	return Buffer.concat([
		plain.subarray(0, 2),
		comment,
		iptc,
		plain.subarray(2),
		thumbnail,
		Buffer.from(mark),
	]);
}

function segment(kind: number, text: string): Buffer {
	const head = Buffer.from([0xff, kind, 0, 0]);
	head.writeUInt16BE(text.length + 2, 2);
	return Buffer.concat([head, Buffer.from(text, 'latin1')]);
}
