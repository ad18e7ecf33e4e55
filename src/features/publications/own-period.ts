import type { OwnValue } from './own-layout.ts';

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const others: Readonly<Record<string, string>> = { maa: 'mrt', mar: 'mrt', may: 'mei', oct: 'okt' };
const year = '((?:19|20)\\d{2})';
const month = '(0?[1-9]|1[0-2])';

/** Every way to write a year or a month that is understood, with where the year and the month stand in it. */
const forms: { shape: RegExp; year: number; month: number }[] = [
	{ shape: new RegExp(`^${year}$`), year: 1, month: 0 },
	// A year of CBS, a month of CBS.
	{ shape: new RegExp(`^${year}jj00$`), year: 1, month: 0 },
	{ shape: new RegExp(`^${year}mm${month}$`), year: 1, month: 2 },
	{ shape: new RegExp(`^${year}\\s*[-/.m]\\s*${month}$`), year: 1, month: 2 },
	{ shape: new RegExp(`^${month}\\s*[-/.]\\s*${year}$`), year: 2, month: 1 },
	// The first of a month is how a spreadsheet keeps a month.
	{ shape: new RegExp(`^${year}-${month}-01$`), year: 1, month: 2 },
];
const named = [new RegExp(`^([a-z]{3,9})\\.?[\\s-]*${year}$`), new RegExp(`^${year}[\\s-]*([a-z]{3,9})\\.?$`)]; // prettier-ignore

/** A year (`2023`) or a month of a year (`2023-04`) as a file writes it; null for anything else. */
export function parseOwnPeriod(raw: OwnValue | undefined): string | null {
	if (typeof raw === 'boolean' || raw === null || raw === undefined) return null;
	const text = String(raw).trim().toLowerCase().replace(/\*+$/, '').replace(/\s+/g, ' ');
	for (const form of forms) {
		const found = form.shape.exec(text);
		if (!found) continue;
		return form.month === 0 ? found[form.year]! : asMonth(found[form.year]!, Number(found[form.month])); // prettier-ignore
	}
	return withName(text);
}

const asMonth = (inYear: string, number: number) => `${inYear}-${String(number).padStart(2, '0')}`;

function withName(text: string): string | null {
	const [before, behind] = named.map((one) => one.exec(text));
	const name = before?.[1] ?? behind?.[2];
	const inYear = before?.[2] ?? behind?.[1];
	if (!name || !inYear) return null;
	const start = name.slice(0, 3);
	const number = months.indexOf(others[start] ?? start) + 1;
	return number === 0 ? null : asMonth(inYear, number);
}

const inHeader = /(?<![\d.,])((?:19|20)\d{2})(?:\s*[-/m]\s*(0[1-9]|1[0-2]))?(?![\d.,])/i;

/** A header of a wide file taken apart: what is measured, and the period that it names (null when none). */
export function splitHeader(header: string): { name: string; period: string | null } {
	const found = inHeader.exec(header);
	if (!found) return { name: tidyName(header), period: null };
	const period = found[2] ? `${found[1]}-${found[2]}` : (found[1] ?? null);
	const rest = header.slice(0, found.index) + ' ' + header.slice(found.index + found[0].length);
	return { name: tidyName(rest), period };
}

/** Without what was left around a year: underscores, brackets, dashes at the ends, "in". */
function tidyName(text: string): string {
	const bare = text
		.replaceAll('_', ' ')
		.replace(/\(\s*\)|\[\s*\]/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s\-–:,/.]+|[\s\-–:,/]+$/g, '')
		.replace(/\s(?:in|jaar|over)$/i, '')
		.trim();
	return /^(?:jaar|in|periode)$/i.test(bare) ? '' : bare;
}
