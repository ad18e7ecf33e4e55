import { licenceName } from '#features/areas/licence.ts';
import { familyOf, populationOf, publisherOf } from './families.ts';
import type { SourceFacts } from './figure-source.ts';
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
export type PublicationFacts = Omit<SourceFacts, 'checksum'>;

/** The tables of *Kerncijfers wijken en buurten*: CBS gives each year another number. */
const TABLE_OF_YEAR: Readonly<Record<number, string>> = {
	2013: '82339NED',
	2014: '82931NED',
	2015: '83220NED',
	2016: '83487NED',
	2017: '83765NED',
	2018: '84286NED',
	2019: '84583NED',
	2020: '84799NED',
	2021: '85039NED',
	2022: '85318NED',
	2023: '85618NED',
	2024: '85984NED',
	2025: '86165NED',
};

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
	const title = options.title ?? info?.title ?? `Kerncijfers wijken en buurten ${year}`;
	const family = familyOf(tableId, title);
	return {
		tableId,
		title,
		publisher: publisherOf(family, info?.source ?? null),
		licence: licenceName(info?.licence ?? 'CC BY 4.0'),
		period: String(year),
		boundaryYear: year,
		family: family ?? tableId,
		source: 'file',
		population: populationOf(family),
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
