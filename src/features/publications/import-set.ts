import { createHash } from 'node:crypto';
import { importRefused } from './import-problem.ts';
import type { SourceFile } from './import-source.ts';
import { recognise, RECOGNISE_BYTES, type FileKind } from './recognise.ts';

/** The files of one import, each known by its content. */
export interface ImportSet {
	csv: SourceFile | null;
	/** One file of another kind that holds a whole publication. */
	other: { file: SourceFile; kind: FileKind } | null;
	typed: SourceFile[];
	properties: SourceFile | null;
	info: SourceFile | null;
	areas: SourceFile[];
	/** The table, where a file says it. */
	table: string | null;
	/** The same for the same files, whatever their order and names. */
	checksum: string;
}

/** Answers in JSON are read as a whole; in bytes, packed or not. */
const JSON_LIMIT = 64 * 1024 * 1024;

const OTHER_KINDS: ReadonlySet<FileKind> = new Set(['kwb-xlsx', 'table-csv', 'leefbaarometer-csv']);

/** Counts up when the same bytes would be read differently. */
const READER_VERSION = 1;

/**
 * Finds out what each file is, whatever it is called, and that together they are one table. Reads every file once.
 * Throws `figures.import_refused` (see `ImportProblem`).
 */
export async function inspectFiles(files: readonly SourceFile[]): Promise<ImportSet> {
	const known = await Promise.all(files.map(inspect));
	const ofKind = (kind: FileKind) =>
		known.filter((one) => one.kind === kind).map(({ file }) => file);
	const csvs = ofKind('kwb-csv');
	const typed = ofKind('odata3-typed');
	const tables = [...new Set(known.flatMap(({ table }) => table ?? []))];
	const others = known.filter(({ kind }) => OTHER_KINDS.has(kind));
	if (tables.length > 1 || csvs.length + others.length + Math.min(typed.length, 1) > 1) {
		const names =
			tables.length > 1
				? tables
				: [...csvs, ...typed, ...others.map(({ file }) => file)].map(({ name }) => name);
		throw importRefused('', { code: 'figures.several_tables', tables: names });
	}
	if (csvs.length + typed.length + others.length === 0)
		throw importRefused('', { code: 'figures.no_data' });
	return {
		csv: csvs[0] ?? null,
		other: others[0] ?? null,
		typed,
		properties: ofKind('odata3-properties')[0] ?? null,
		info: ofKind('odata3-tableinfos')[0] ?? null,
		areas: ofKind('odata3-areas'),
		table: tables[0] ?? null,
		checksum: checksumOf(known.map(({ digest }) => digest)),
	};
}

interface Inspected {
	file: SourceFile;
	kind: FileKind;
	table: string | null;
	digest: string;
}

async function inspect(file: SourceFile): Promise<Inspected> {
	const hash = createHash('sha256');
	let start = Buffer.alloc(0);
	for await (const chunk of file.open()) {
		hash.update(chunk);
		if (start.length < RECOGNISE_BYTES) start = Buffer.concat([start, chunk]);
	}
	const { kind, table, reason, missing, unexpected } = recognise(start);
	if (kind === 'unknown')
		throw importRefused(file.name, { code: 'figures.unrecognised', reason, missing, unexpected });
	if (!kind.endsWith('-csv') && file.size > JSON_LIMIT)
		throw importRefused(file.name, { code: 'figures.json_too_large', limit: JSON_LIMIT });
	return { file, kind, table, digest: hash.digest('hex') };
}

function checksumOf(digests: string[]): string {
	const unique = [...new Set(digests)].toSorted();
	return createHash('sha256')
		.update([READER_VERSION, ...unique].join('\n'))
		.digest('hex');
}
