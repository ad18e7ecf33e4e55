import { constants, gunzipSync } from 'node:zlib';
import { FigureFileError } from './file-error.ts';
import { isLeefbaarometer } from './leefbaarometer-csv.ts';
import { layoutOf } from './table-layout.ts';
import { shapeOf } from './table-shape.ts';
import { isGzip } from './decode.ts';
import { splitLine } from './lines.ts';
import { tableIn } from './odata3-answer.ts';

/** The kinds of file that can be read. */
export type FileKind =
	| 'kwb-csv'
	/** CBS's own Excel file of the key figures. */
	| 'kwb-xlsx'
	/** A table with a line per area and age, margin, type of crime or year, such as RIVM's; also as StatLine gives it. */
	| 'table-csv'
	| 'leefbaarometer-csv'
	| 'odata3-typed'
	| 'odata3-properties'
	| 'odata3-tableinfos'
	| 'odata3-areas';

/** Why a file was taken for what it is, or for nothing that we know. */
export type RecognitionReason =
	/** Its first line has the columns. */
	| 'header'
	/** Its `odata.metadata` says so. */
	| 'metadata'
	/** Its first object has the keys. */
	| 'keys'
	| 'empty'
	/** Text in columns, but other ones (see `missing` and `unexpected`). */
	| 'other-columns'
	/** JSON, but not of a kind that is read here. */
	| 'other-json'
	/** A web page: often a log-in or an error instead of the file. */
	| 'web-page'
	/** Zip or xlsx. */
	| 'zip'
	/** Gzip that cannot be unpacked. */
	| 'broken-gzip'
	| 'unknown';

/** What a file is. */
export interface Recognition {
	kind: FileKind | 'unknown';
	reason: RecognitionReason;
	/** The table of CBS, where the file itself says it (CSV never does). */
	table: string | null;
	/** For `other-columns`: the columns that are not there, and those of a second dimension. */
	missing: readonly string[];
	unexpected: readonly string[];
}

/** So many bytes of the start are enough to recognise a file, packed or not. */
export const RECOGNISE_BYTES = 64 * 1024;

const KIND_OF_SET = new Map<string, FileKind>([
	['TypedDataSet', 'odata3-typed'],
	['UntypedDataSet', 'odata3-typed'],
	['DataProperties', 'odata3-properties'],
	['TableInfos', 'odata3-tableinfos'],
	['WijkenEnBuurten', 'odata3-areas'],
]);

const KIND_OF_KEYS: readonly [FileKind, readonly string[]][] = [
	['odata3-typed', ['"WijkenEnBuurten"', '"SoortRegio_']],
	['odata3-properties', ['"ParentID"', '"Type"', '"Key"']],
	['odata3-tableinfos', ['"Identifier"', '"Title"', '"Period"']],
	['odata3-areas', ['"Key"', '"Title"', '"DetailRegionCode"']],
];

/**
 * Tells from the content, never the name, what kind of file this is. Takes the whole file or its
 * first `RECOGNISE_BYTES`. Never throws.
 */
export function recognise(start: Uint8Array): Recognition {
	const bytes = isGzip(start) ? startOfGzip(start) : start;
	if (bytes === null) return unknown('broken-gzip');
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return recogniseZip(bytes);
	const text = new TextDecoder().decode(bytes.subarray(0, RECOGNISE_BYTES)).trimStart();
	if (text === '') return unknown('empty');
	if (text.startsWith('{') || text.startsWith('[')) return recogniseJson(text);
	if (text.startsWith('<')) return unknown('web-page');
	return recogniseCsv(text);
}

function recogniseJson(text: string): Recognition {
	const metadata = /"odata\.metadata"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? '';
	const set = /\.(\w+)$/.exec(metadata)?.[1] ?? '';
	const bySet = KIND_OF_SET.get(set);
	if (bySet) return known(bySet, 'metadata', tableIn(metadata));
	const byKeys = KIND_OF_KEYS.find(([, keys]) => keys.every((key) => text.includes(key)));
	if (!byKeys || set !== '') return unknown('other-json');
	const identifier = /"Identifier"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? null;
	return known(byKeys[0], 'keys', byKeys[0] === 'odata3-tableinfos' ? identifier : null);
}

/** A workbook names its parts: `xl/workbook.xml`. */
function recogniseZip(bytes: Uint8Array): Recognition {
	const isWorkbook = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('xl/');
	return isWorkbook ? known('kwb-xlsx', 'keys', null) : unknown('zip');
}

function recogniseCsv(text: string): Recognition {
	const line = text.slice(0, text.search(/[\r\n]|$/));
	if (isLeefbaarometer(splitLine(line, ','))) return known('leefbaarometer-csv', 'header', null);
	const names = splitLine(line).map((name) => name.trim());
	if (names.length < 2) return unknown('unknown');
	try {
		layoutOf(names);
		return known('kwb-csv', 'header', null);
	} catch (error) {
		const problem = error instanceof FigureFileError ? error.problem : null;
		if (problem?.code !== 'figures.wrong_columns') throw error;
		if (hasShape(names)) return known('table-csv', 'header', null);
		const { missing, unexpected } = problem;
		return { ...unknown('other-columns'), missing, unexpected };
	}
}

/** Whether these are the columns of a table with areas and measures, of whatever further dimensions. */
function hasShape(names: readonly string[]): boolean {
	try {
		return shapeOf(names).dimensions.every(({ name }) => /^[A-Z][A-Za-z]+$/.test(name));
	} catch {
		return false;
	}
}

/** What can be unpacked of the start of a gzip file; null when nothing can. */
function startOfGzip(bytes: Uint8Array): Uint8Array | null {
	try {
		const start = bytes.subarray(0, RECOGNISE_BYTES);
		return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
	} catch {
		return null;
	}
}

function known(kind: FileKind, reason: RecognitionReason, table: string | null): Recognition {
	return { kind, reason, table, missing: [], unexpected: [] };
}

function unknown(reason: RecognitionReason): Recognition {
	return { kind: 'unknown', reason, table: null, missing: [], unexpected: [] };
}
