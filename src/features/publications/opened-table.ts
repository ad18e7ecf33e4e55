import { createHash } from 'node:crypto';
import path from 'node:path';
import { licenceName } from '#features/areas/licence.ts';
import { newId } from '#kernel/id.ts';
import { familyOf, populationOf, publisherOf } from './families.ts';
import type { SourceBatch } from './batch.ts';
import type { FigureSource, SourceFacts, SourceKind } from './figure-source.ts';
import { FigureFileError } from './file-error.ts';
import { LongTable } from './long-table.ts';
import { spanOf } from './period.ts';
import type { TableVersion } from './table-asked.ts';

/** Counts up when the same answers would be read differently. */
const READER_VERSION = 1;

/** A table that was fetched or read, ready to be stored. Whoever opens it drops it in the end. */
export interface OpenedTable extends FigureSource {
	/** Removes what was written to disk for reading. */
	drop(): void;
	/** Removes the pages too: they were stored and are not needed again. */
	done(): Promise<void>;
	/** Lines about regions that are no country, municipality, wijk or buurt. */
	skipped: number;
}

/** A long table in a new folder below `folder`. */
export function newLongTable(folder: string): LongTable {
	return new LongTable(path.join(folder, 'cells', newId()));
}

interface Read {
	table: LongTable;
	version: TableVersion;
	source: SourceKind;
	boundaryYear: number | null;
	areaNames: ReadonlyMap<string, string>;
	digests: readonly string[];
	skipped: number;
	done: () => Promise<void>;
}

/** Makes a source out of what was read. Throws `FigureFileError` (`empty_file`) when there was nothing. */
export function openedTable(read: Read): OpenedTable {
	const { table, areaNames, skipped } = read;
	const sorted = table.sorted();
	if (sorted.length === 0 || table.areaCount === 0)
		throw new FigureFileError({ code: 'figures.empty_file' });
	const series = sorted.map(({ about }) => about);
	const period = spanOf(series.map((one) => one.period));
	return {
		facts: factsOf(read, period),
		series,
		areaNames,
		async *batches(): AsyncGenerator<SourceBatch> {
			yield* table.batches();
		},
		drop: () => table.drop(),
		done: read.done,
		skipped,
	};
}

function factsOf({ version, source, boundaryYear, digests }: Read, period: string): SourceFacts {
	const family = familyOf(version.table, version.title);
	const lastYear = Number(/\d{4}$/.exec(period)?.[0] ?? NaN);
	return {
		tableId: version.table.toUpperCase(),
		title: version.title,
		publisher: publisherOf(family, version.source),
		// CBS's tables fall under it where they do not say so themselves.
		licence: licenceName(version.licence ?? 'CC BY 4.0'),
		period,
		boundaryYear: boundaryYear ?? lastYear,
		publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(version.modified)?.[0] ?? null,
		source,
		family: family ?? version.table.toUpperCase(),
		population: populationOf(family),
		checksum: createHash('sha256')
			.update([READER_VERSION, ...digests].join('\n'))
			.digest('hex'),
	};
}
