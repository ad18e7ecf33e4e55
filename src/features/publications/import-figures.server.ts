import type { Tx } from '#server/database/handles.ts';
import { openFiles } from './file-source.ts';
import type { SourceFile } from './import-source.ts';
import type { ImportOptions } from './publication-facts.ts';
import { countRevisions } from './revision-store.server.ts';
import { storeSource } from './store-source.server.ts';

/** How far an import is. */
export interface ImportProgress {
	bytesRead: number;
	bytesTotal: number;
	areas: number;
	figures: number;
}

/** What the files did not hold: nothing that stops an import, but something to know. */
export type ImportNote = 'names_missing' | 'titles_missing' | 'not_whole_country';

export interface ImportResult {
	publicationId: string;
	/** False when these very files were imported before; then nothing was changed. */
	changed: boolean;
	tableId: string;
	title: string;
	period: string;
	areas: number;
	figures: number;
	/** How many earlier publications of the same table and period this one takes the place of. */
	replaced: number;
	notes: ImportNote[];
}

export interface ImportContext {
	municipalityId: string;
	now: Date;
	options?: ImportOptions;
	/** Told after every batch. */
	report?: (progress: ImportProgress) => void;
}

/**
 * Imports one publication out of a set of files, in any order (see `openFiles`). Everything happens in the given
 * transaction. Throws `figures.import_refused` with an `ImportProblem`; then the caller's transaction has to be undone.
 */
export async function importFigures(
	tx: Tx,
	files: readonly SourceFile[],
	{ municipalityId, now, options = {}, report }: ImportContext,
): Promise<ImportResult> {
	const read = { bytesRead: 0, bytesTotal: files.reduce((sum, { size }) => sum + size, 0) };
	const source = await openFiles(files, options, read);
	const { tableId, title, period } = source.facts;
	const stored = await storeSource(tx, source, {
		municipalityId,
		now,
		report: (counts) => report?.({ ...read, ...counts }),
	}).finally(() => source.drop());
	if (stored.replaced > 0) await countRevisions(tx, municipalityId, stored.publicationId);
	const { coversCountry, ...result } = stored;
	const notes: ImportNote[] = [];
	if (stored.changed) {
		if (source.areaNames.size === 0) notes.push('names_missing');
		if (!source.hasTitles) notes.push('titles_missing');
		if (!coversCountry) notes.push('not_whole_country');
	}
	return { ...result, tableId, title, period, notes };
}
