import type { Tx } from '#server/database/handles.ts';
import { newId } from '#kernel/id.ts';
import { storeAreas } from './area-store.server.ts';
import { NUMBER_COLUMNS, type FigureBatch } from './batch.ts';
import { decodeText } from './decode.ts';
import { storeFigures, storeSpreads } from './figure-store.server.ts';
import { FigureFileError } from './file-error.ts';
import { importRefused } from './import-problem.ts';
import { inspectFiles, type ImportSet } from './import-set.ts';
import { bytesOf, type SourceFile } from './import-source.ts';
import { readKwbCsv } from './kwb-csv.ts';
import {
	readAreaNames,
	readTableInfo,
	readTopics,
	readTypedDataSet,
	type Topic,
} from './odata3.ts';
import { publicationFacts, type ImportOptions } from './publication-facts.ts';
import {
	findUnchanged,
	replacePredecessors,
	storePublication,
} from './publication-store.server.ts';
import { storeSeries } from './series-store.server.ts';
import { SpreadGatherer } from './spread.ts';

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
 * Imports one publication of CBS out of a set of files, in any order: *Kerncijfers wijken en buurten* as CSV, or as
 * OData v3 answers (`TypedDataSet`, several of one table; `DataProperties`, `TableInfos` and `WijkenEnBuurten` say more).
 * Everything happens in the given transaction. Values and the reasons of missing ones are taken over as they are.
 * Throws `figures.import_refused` with an `ImportProblem`; then the caller's transaction has to be undone.
 */
export async function importFigures(
	tx: Tx,
	files: readonly SourceFile[],
	context: ImportContext,
): Promise<ImportResult> {
	const set = await inspectFiles(files);
	const info = set.info && (await readJson(set.info, readTableInfo));
	const topics = set.properties && (await readJson(set.properties, readTopics));
	const names = new Map<string, string>();
	for (const file of set.areas)
		for (const { code, name } of await readJson(file, readAreaNames)) names.set(code, name);
	const dataName = (set.csv ?? set.typed[0])?.name ?? '';
	const facts = publicationFacts(context.options ?? {}, info, set.table, dataName);

	const notes: ImportNote[] = [];
	if (names.size === 0) notes.push('names_missing');
	if (!topics) notes.push('titles_missing');
	const same = await findUnchanged(tx, context.municipalityId, facts, set.checksum);
	if (same) return { ...same, changed: false, replaced: 0, notes: [], ...titled(facts) };

	const publicationId = newId();
	await storePublication(tx, context, publicationId, facts, set.checksum);
	const counts = await storeAll(tx, context, { set, publicationId, facts, topics, names });
	if (!counts.coversCountry) notes.push('not_whole_country');
	const replaced = await replacePredecessors(tx, context, publicationId, facts);
	const { areas, figures } = counts;
	return { publicationId, changed: true, areas, figures, replaced, notes, ...titled(facts) };
}

function titled({ tableId, title, period }: { tableId: string; title: string; period: string }) {
	return { tableId, title, period };
}

interface Parts {
	set: ImportSet;
	publicationId: string;
	facts: { boundaryYear: number; period: string };
	topics: Topic[] | null;
	names: ReadonlyMap<string, string>;
}

async function storeAll(tx: Tx, context: ImportContext, parts: Parts) {
	const { set, publicationId, facts, topics, names } = parts;
	const { municipalityId } = context;
	const gatherer = new SpreadGatherer();
	const files = [set.csv ?? set.typed].flat();
	const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
	const progress: ImportProgress = { bytesRead: 0, bytesTotal, areas: 0, figures: 0 };
	const ids = new Map<string, number>();
	let series: number[] | null = null;
	for (const file of files) {
		for await (const batch of batchesOf(file, set.csv !== null, progress)) {
			series ??= await storeSeries(
				tx,
				{ municipalityId, publicationId, facts, topics },
				batch.columns,
			);
			if (series.length !== batch.columns.length)
				throw importRefused(file.name, { code: 'figures.several_tables', tables: [file.name] });
			const fresh = withoutRepeats(batch, ids);
			const areaIds = await storeAreas(tx, municipalityId, facts.boundaryYear, fresh.areas, names);
			fresh.areas.forEach(({ code }, index) => ids.set(code, areaIds[index] as number));
			await storeFigures(tx, { municipalityId, publicationId }, areaIds, fresh);
			gatherer.add(fresh);
			progress.areas += fresh.areas.length;
			progress.figures += fresh.values.length;
			context.report?.({ ...progress });
		}
	}
	if (gatherer.coversCountry && series)
		await storeSpreads(tx, municipalityId, publicationId, series, gatherer.spreads());
	return { ...progress, coversCountry: gatherer.coversCountry };
}

/** Several answers of one table may hold the same area (the country beside each municipality); the first one counts. */
function withoutRepeats(batch: FigureBatch, seen: ReadonlyMap<string, number>): FigureBatch {
	const rows = batch.areas.flatMap(({ code }, index) => (seen.has(code) ? [] : [index]));
	if (rows.length === batch.areas.length) return batch;
	const width = batch.columns.length;
	const pick = <T extends Float64Array | Uint8Array>(from: T, to: T): T => {
		rows.forEach((row, index) =>
			to.set(from.subarray(row * width, (row + 1) * width), index * width),
		);
		return to;
	};
	const size = rows.length * width;
	const fresh: FigureBatch = {
		columns: batch.columns,
		areas: rows.map((row) => batch.areas[row]!),
		values: pick(batch.values, new Float64Array(size)),
		missing: pick(batch.missing, new Uint8Array(size)),
	};
	for (const name of NUMBER_COLUMNS) {
		const column = batch[name];
		if (column) fresh[name] = pick(column, new Float64Array(size));
	}
	return fresh;
}

/** The figures of one file. What is wrong inside it becomes `figures.import_refused` with its name. */
export async function* batchesOf(
	file: SourceFile,
	isCsv: boolean,
	progress: { bytesRead: number } = { bytesRead: 0 },
): AsyncGenerator<FigureBatch> {
	try {
		if (isCsv) yield* readKwbCsv(counted(file, progress));
		else {
			yield* readTypedDataSet(decodeText(await bytesOf(file)).text);
			progress.bytesRead += file.size;
		}
	} catch (error) {
		throw named(file, error);
	}
}

async function* counted(file: SourceFile, progress: { bytesRead: number }) {
	for await (const chunk of file.open()) {
		progress.bytesRead += chunk.length;
		yield chunk;
	}
}

async function readJson<T>(file: SourceFile, read: (text: string) => T): Promise<T> {
	try {
		return read(decodeText(await bytesOf(file)).text);
	} catch (error) {
		throw named(file, error);
	}
}

function named(file: SourceFile, error: unknown): unknown {
	return error instanceof FigureFileError ? importRefused(file.name, error.problem) : error;
}
