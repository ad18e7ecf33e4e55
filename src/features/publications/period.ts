/**
 * A period as CBS codes it (`2020JJ00`) as people write it: a year, `2019/2020` for a school year, `2020-Q1`, `2020-03`.
 * What is coded otherwise stays as it is.
 */
export function periodOf(code: string): string {
	const [, year = '', kind = '', number = ''] =
		/^(\d{4})([A-Z]{2})(\d{2})$/.exec(code.trim()) ?? [];
	switch (kind) {
		case 'JJ':
			return year;
		case 'SJ':
			return `${year}/${Number(year) + 1}`;
		case 'KW':
			return `${year}-Q${Number(number)}`;
		case 'MM':
			return `${year}-${number}`;
		default:
			return code.trim();
	}
}

/** The period of a whole publication: the one there is, or from the first to the last (`2012-2024`). */
export function spanOf(periods: Iterable<string>): string {
	const years = [...new Set(Array.from(periods, (period) => period.slice(0, 4)))].toSorted();
	const [first = ''] = years;
	const last = years.at(-1) ?? first;
	return first === last ? first : `${first}-${last}`;
}

/** Whether CBS calls the figures of a period provisional: anything but final, where it says something. */
export function isProvisionalStatus(status: string | null): boolean {
	return status !== null && !/^definitief$/i.test(status.trim());
}
