/** The types of file that are taken, as their content says. */
export type FileType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'mp4' | 'pdf';

/**
 * What a file is by its first bytes; null for anything that is not taken: SVG, HTML, HEIC, archives, programs. Names and
 * types that a client gives are not looked at.
 */
export function typeOf(head: Uint8Array): FileType | null {
	if (begins(head, [0xff, 0xd8, 0xff])) return 'jpeg';
	if (begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
	if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return 'webp';
	if (/^GIF8[79]a$/.test(text(head, 0, 6))) return 'gif';
	if (text(head, 0, 5) === '%PDF-') return 'pdf';
	if (text(head, 4, 8) === 'ftyp') return typeOfBrand(text(head, 8, 12));
	return null;
}

/** ISO base media files (ISO/IEC 14496-12): the brand says which. HEIC needs a decoder that we do not have. */
function typeOfBrand(brand: string): FileType | null {
	if (brand === 'avif') return 'avif';
	return films.has(brand) ? 'mp4' : null;
}

const films = new Set([
	'isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'qt  ', 'M4V ', 'MSNV', '3gp4', '3gp5', '3gp6', 'dash',
]); // prettier-ignore

function begins(bytes: Uint8Array, start: number[]): boolean {
	return start.every((byte, at) => bytes[at] === byte);
}

function text(bytes: Uint8Array, from: number, to: number): string {
	return String.fromCharCode(...bytes.subarray(from, to));
}
