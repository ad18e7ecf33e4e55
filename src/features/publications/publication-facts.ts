import { importRefused } from './import-problem.ts';
import type { TableInfo } from './odata3.ts';

/** What whoever imports may say about files that do not say it themselves. */
export interface ImportOptions {
	/** `84799NED`. */
	table?: string | null | undefined;
	title?: string | null | undefined;
	/** Both the year the figures are about and the year of the boundaries. */
	year?: number | null | undefined;
}

/** What a publication is, before its figures are read. */
export interface PublicationFacts {
	tableId: string;
	title: string;
	publisher: string;
	licence: string;
	period: string;
	boundaryYear: number;
	/** Tables of one maker with the same columns every year: a family of the catalogue, or the table itself. */
	family: string;
	/** How it came in: `file`, `odata3`, `odata4`, `own`. */
	source: string;
	/** As `YYYY-MM-DD`; null when the files do not say. */
	publishedOn: string | null;
}

/** The tables of *Kerncijfers wijken en buurten* that were checked: CBS gives each year another number. */
const TABLE_OF_YEAR: Readonly<Record<number, string>> = { 2017: '83765NED', 2020: '84799NED' };

/**
 * Decides which table and year the files are about: what is asked for goes first, then what CBS's description says,
 * then the name of the file. Throws `figures.import_refused` (`year_unknown`, `table_unknown`) rather than guess.
 */
export function publicationFacts(
	options: ImportOptions,
	info: TableInfo | null,
	tableInFile: string | null,
	fileName: string,
): PublicationFacts {
	const table = options.table ?? info?.identifier ?? tableInFile;
	const year =
		options.year ??
		yearIn(info?.period) ??
		yearIn(info?.title) ??
		yearIn(fileName) ??
		yearOfTable(table);
	if (year === null) throw importRefused(fileName, { code: 'figures.year_unknown' });
	const tableId = table ?? TABLE_OF_YEAR[year];
	if (!tableId) throw importRefused(fileName, { code: 'figures.table_unknown' });
	return {
		tableId,
		title: options.title ?? info?.title ?? `Kerncijfers wijken en buurten ${year}`,
		publisher: 'CBS',
		licence: info?.licence ?? 'CC BY 4.0',
		period: String(year),
		boundaryYear: year,
		family: 'kwb',
		source: 'file',
		publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(info?.modified ?? '')?.[0] ?? null,
	};
}

function yearIn(text: string | null | undefined): number | null {
	const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text ?? '')?.[0];
	return year ? Number(year) : null;
}

function yearOfTable(table: string | null): number | null {
	const found = Object.entries(TABLE_OF_YEAR).find(([, id]) => id === table);
	return found ? Number(found[0]) : null;
}
