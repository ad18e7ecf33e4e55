import { readXml } from '../documents/xml-read.ts';

/** Number formats of ECMA-376 part 1, §18.8.30 that show a date. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]); // prettier-ignore

/** Which cell formats of a workbook show their number as a date: `dates[s]` for the attribute `s` of a cell. */
export function dateStyles(styles: Uint8Array | undefined): boolean[] {
	if (!styles) return [];
	const own = new Map<number, string>();
	const dates: boolean[] = [];
	let inFormats = false;
	readXml(styles, {
		open(name, attributes) {
			if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
			if (name === 'cellXfs') inFormats = true;
			if (name !== 'xf' || !inFormats) return;
			const format = Number(attributes.numFmtId ?? 0);
			dates.push(builtInDates.has(format) || showsDate(own.get(format) ?? ''));
		},
		close(name) {
			if (name === 'cellXfs') inFormats = false;
		},
	});
	return dates;
}

/** A day or a year in the format, outside quoted text, escapes and brackets. */
function showsDate(format: string): boolean {
	return /[dy]/i.test(format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, ''));
}

/** The moment behind a serial number (ECMA-376 part 1, §18.17.4): days since the last day of 1899, or since 1904. */
export function serialDate(serial: number, since1904: boolean): Date | null {
	// Day 60 of the first system is 29 February 1900, which never was; from there on it counts one too many.
	const day = since1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569;
	const at = new Date(Math.round(day * 86_400) * 1000);
	return Number.isNaN(at.valueOf()) ? null : at;
}
