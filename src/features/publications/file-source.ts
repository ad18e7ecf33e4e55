import { decodeText } from './decode.ts';
import type { FigureSource } from './figure-source.ts';
import { FigureFileError } from './file-error.ts';
import { importRefused } from './import-problem.ts';
import { inspectFiles } from './import-set.ts';
import { bytesOf, type SourceFile } from './import-source.ts';
import { readKwbCsv } from './kwb-csv.ts';
import { readAreaNames, readTableInfo, readTopics, readTypedDataSet } from './odata3.ts';
import { publicationFacts, type ImportOptions } from './publication-facts.ts';
import type { FigureBatch } from './batch.ts';
import { wideSource } from './wide-source.ts';

/** Figures out of files, and whether the files say what each column is called. */
export interface OpenedFiles extends FigureSource {
	hasTitles: boolean;
}

/**
 * Opens a set of files as one publication: *Kerncijfers wijken en buurten* as CSV, or as OData v3 answers (`TypedDataSet`,
 * several of one table; `DataProperties`, `TableInfos` and `WijkenEnBuurten` say more). `read` counts along while the
 * figures are walked through. Throws `figures.import_refused` with an `ImportProblem`.
 */
export async function openFiles(
	files: readonly SourceFile[],
	options: ImportOptions,
	read = { bytesRead: 0 },
): Promise<OpenedFiles> {
	const set = await inspectFiles(files);
	const info = set.info && (await readJson(set.info, readTableInfo));
	const topics = set.properties && (await readJson(set.properties, readTopics));
	const names = new Map<string, string>();
	for (const file of set.areas)
		for (const { code, name } of await readJson(file, readAreaNames)) names.set(code, name);
	const data = set.csv ? [set.csv] : set.typed;
	const facts = publicationFacts(options, info, set.table, data[0]?.name ?? '');
	const wide = data.map((file) => ({
		name: file.name,
		batches: () => batchesOf(file, set.csv !== null, read),
	}));
	const source = await wideSource(wide, { ...facts, checksum: set.checksum }, topics, names);
	return { ...source, hasTitles: topics !== null };
}

/** The figures of one file. What is wrong inside it becomes `figures.import_refused` with its name. */
export async function* batchesOf(
	file: SourceFile,
	isCsv: boolean,
	read: { bytesRead: number } = { bytesRead: 0 },
): AsyncGenerator<FigureBatch> {
	try {
		if (isCsv) yield* readKwbCsv(counted(file, read));
		else {
			yield* readTypedDataSet(decodeText(await bytesOf(file)).text);
			read.bytesRead += file.size;
		}
	} catch (error) {
		throw named(file, error);
	}
}

async function* counted(file: SourceFile, read: { bytesRead: number }) {
	for await (const chunk of file.open()) {
		read.bytesRead += chunk.length;
		yield chunk;
	}
}

async function readJson<T>(file: SourceFile, reader: (text: string) => T): Promise<T> {
	try {
		return reader(decodeText(await bytesOf(file)).text);
	} catch (error) {
		throw named(file, error);
	}
}

/** The error of a reader with the name of the file it was about. */
export function named(file: SourceFile, error: unknown): unknown {
	return error instanceof FigureFileError ? importRefused(file.name, error.problem) : error;
}
