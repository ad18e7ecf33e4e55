import { tmpdir } from 'node:os';
import { decodeText } from './decode.ts';
import { publisherOf } from './families.ts';
import type { FigureSource } from './figure-source.ts';
import { FigureFileError } from './file-error.ts';
import { importRefused } from './import-problem.ts';
import { inspectFiles, type ImportSet } from './import-set.ts';
import { bytesOf, type SourceFile } from './import-source.ts';
import { readKwbCsv } from './kwb-csv.ts';
import { readKwbXlsx } from './kwb-xlsx.ts';
import { readLeefbaarometer } from './leefbaarometer-csv.ts';
import { parseAnswer } from './odata3-answer.ts';
import {
	readAreaNames,
	readTableInfo,
	readTopics,
	readTypedDataSet,
	type TableInfo,
	type Topic,
} from './odata3.ts';
import { newLongTable } from './opened-table.ts';
import { spanOf } from './period.ts';
import {
	publicationFacts,
	type ImportOptions,
	type PublicationFacts,
} from './publication-facts.ts';
import type { FigureBatch } from './batch.ts';
import { readTableFile } from './table-file.ts';
import { layoutOf } from './table-layout.ts';
import { wideSource } from './wide-source.ts';

/** Figures out of files, and whether the files say what each column is called. */
export interface OpenedFiles extends FigureSource {
	hasTitles: boolean;
	/** Removes what was written to disk for reading. */
	drop(): void;
}

/**
 * Opens a set of files as one publication, each known by its content: *Kerncijfers wijken en buurten* as CSV, as CBS's Excel
 * file or as OData v3 answers (`TypedDataSet`, several of one table; `DataProperties`, `TableInfos` and `WijkenEnBuurten` say
 * more); any table of areas with further dimensions (RIVM, police), as StatLine gives it with or without symbols; the
 * Leefbaarometer. `read` counts along while the figures are walked through; `folder` is for what does not fit in memory.
 * Throws `figures.import_refused` with an `ImportProblem`.
 */
export async function openFiles(
	files: readonly SourceFile[],
	options: ImportOptions,
	read = { bytesRead: 0 },
	folder = tmpdir(),
): Promise<OpenedFiles> {
	const set = await inspectFiles(files);
	const info = set.info && (await readJson(set.info, readTableInfo));
	const topics = set.properties && (await readJson(set.properties, readTopics));
	const areaNames = new Map<string, string>();
	for (const file of set.areas)
		for (const { code, name } of await readJson(file, (text) => readAreaNames(text, 'skip')))
			areaNames.set(code, name);
	const said: SaidOfFiles = { options, info, topics, areaNames, set };
	const [first] = set.typed;
	if (set.other?.kind === 'kwb-xlsx') return openSheet(set.other.file, said);
	const long = set.other?.file ?? (first && (await hasDimensions(first)) ? first : null);
	if (long) {
		const opened = await openLong(long, said, folder);
		read.bytesRead += long.size;
		return opened;
	}
	const data = set.csv ? [set.csv] : set.typed;
	const facts = publicationFacts(options, info, set.table, data[0]?.name ?? '');
	const wide = data.map((file) => ({
		name: file.name,
		batches: () => batchesOf(file, set.csv !== null, read),
	}));
	const source = await wideSource(wide, { ...facts, checksum: set.checksum }, topics, areaNames);
	return { ...source, hasTitles: topics !== null, drop() {} };
}

interface SaidOfFiles {
	options: ImportOptions;
	info: TableInfo | null;
	topics: Topic[] | null;
	areaNames: Map<string, string>;
	set: ImportSet;
}

async function openSheet(file: SourceFile, said: SaidOfFiles): Promise<OpenedFiles> {
	const { options, info, topics, areaNames, set } = said;
	const bytes = await bytesOf(file);
	const sheet = await withName(file, async () => readKwbXlsx(bytes));
	for (const [code, name] of sheet.areaNames) if (!areaNames.has(code)) areaNames.set(code, name);
	const year = options.year ?? sheet.year;
	const facts = publicationFacts({ ...options, year }, info, set.table, file.name);
	async function* batches() {
		yield* sheet.batches;
	}
	const wide = [{ name: file.name, batches }];
	const source = await wideSource(wide, { ...facts, checksum: set.checksum }, topics, areaNames);
	return { ...source, hasTitles: true, drop() {} };
}

async function openLong(
	file: SourceFile,
	{ options, info, topics, areaNames, set }: SaidOfFiles,
	folder: string,
): Promise<OpenedFiles> {
	const isLeefbaarometer = set.other?.kind === 'leefbaarometer-csv';
	const table = newLongTable(folder);
	try {
		const facts = isLeefbaarometer
			? leefbaarometerFacts(options)
			: longFacts(options, info, set.table, file);
		const { family, period } = facts;
		await withName(file, async () => {
			if (!isLeefbaarometer)
				await readTableFile(file, { family, period, topics }, table, set.other !== null);
			else
				for (const [code, name] of await readLeefbaarometer(file, table)) areaNames.set(code, name);
		});
		const series = table.sorted().map(({ about }) => about);
		const span = spanOf(series.map((one) => one.period));
		const lastYear = Number(/\d{4}$/.exec(span)?.[0] ?? NaN);
		const boundaryYear = options.year ?? lastYear;
		if (!boundaryYear) throw importRefused(file.name, { code: 'figures.year_unknown' });
		return {
			facts: { ...facts, period: span, boundaryYear, checksum: set.checksum },
			series,
			areaNames,
			async *batches() {
				yield* table.batches();
			},
			hasTitles: topics !== null || series.some(({ indicator }) => indicator !== null),
			drop: () => table.drop(),
		};
	} catch (error) {
		table.drop();
		throw error;
	}
}

/** The open data of the Leefbaarometer say nothing about themselves. */
function leefbaarometerFacts({ title }: ImportOptions): PublicationFacts {
	return {
		tableId: 'leefbaarometer',
		title: title ?? 'Leefbaarometer 3.0',
		publisher: publisherOf('leefbaarometer', null),
		licence: 'CC0',
		period: '',
		boundaryYear: 0,
		publishedOn: null,
		source: 'file',
		family: 'leefbaarometer',
		population: null,
	};
}

/** What a table with further dimensions is; RIVM's files say it by their name and columns only. */
function longFacts(
	options: ImportOptions,
	info: TableInfo | null,
	table: string | null,
	file: SourceFile,
): PublicationFacts {
	const isHealth = /gezondheid/i.test(file.name);
	const known = isHealth ? { table: '50090NED', title: 'Gezondheid per wijk en buurt' } : {};
	const title = options.title ?? info?.title ?? known.title ?? null;
	const asked = {
		...options,
		title,
		table: options.table ?? info?.identifier ?? table ?? known.table,
	};
	// The lines name their own years; this one is for a table that has none.
	const year = options.year ?? (/(?<!\d)(?:19|20)\d{2}(?!\d)/.test(file.name) ? null : 2000);
	return publicationFacts({ ...asked, year }, info, table, file.name);
}

/** Whether an answer has columns beside the areas that split its measures. */
async function hasDimensions(file: SourceFile): Promise<boolean> {
	const names = await readJson(file, (text) => Object.keys(parseAnswer(text).value[0] ?? {}));
	try {
		layoutOf(names.filter((name) => !name.includes('.')));
		return false;
	} catch {
		return names.includes('WijkenEnBuurten') || names.includes('RegioS');
	}
}

async function withName<T>(file: SourceFile, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw named(file, error);
	}
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
