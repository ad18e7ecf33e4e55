import { parseAreaCode, type AreaCode } from '#features/areas/area-code.ts';
import type { FigureBatch } from './batch.ts';
import { BatchBuilder, type RawCell } from './batch-builder.ts';
import { type ColumnKey, columnKeys } from './column.ts';
import { FigureFileError, RowProblems } from './file-error.ts';
import { asText, type JsonObject, parseAnswer } from './odata3-answer.ts';
import { layoutOf } from './table-layout.ts';

/** A topic (onderwerp) of a table: what one of its columns measures. */
export interface Topic extends ColumnKey {
	title: string;
	/** As CBS writes it: "aantal", "%", "x 1 000 euro". Null where it says nothing. */
	unit: string | null;
	decimals: number;
	/** The titles of the groups it belongs to, the widest first. */
	groups: readonly string[];
	description: string | null;
}

/** A table of CBS, as it describes itself. */
export interface TableInfo {
	/** `84799NED`. */
	identifier: string;
	title: string;
	/** The year or years it is about, as CBS writes it. */
	period: string | null;
	/** When CBS last changed it, as CBS writes it: a local time without zone. */
	modified: string | null;
	source: string | null;
	/** The licence where the answer names one. Version 3 does not: CBS's site does (CC BY 4.0). */
	licence: string | null;
	description: string | null;
}

/** An area with its own name. */
export interface AreaName extends AreaCode {
	name: string;
}

/**
 * Reads a `TypedDataSet` of a table per area (one object per area) as batches of numbers, like
 * `readKwbCsv`. Padding is left out; `row` in an error is the number of the object, from 1.
 * Throws `FigureFileError` (`not_json`, `empty_file`, `wrong_columns`, `wrong_rows`) before the first
 * batch comes.
 */
export function readTypedDataSet(text: string, areasPerBatch = 1000): FigureBatch[] {
	const { value } = parseAnswer(text);
	if (value[0] === undefined) throw new FigureFileError({ code: 'figures.empty_file' });
	const keys = Object.keys(value[0]).filter((key) => !key.includes('.'));
	const problems = new RowProblems();
	const builder = new BatchBuilder(layoutOf(keys), 'odata3', problems, areasPerBatch);
	const batches: FigureBatch[] = [];
	for (const [index, object] of value.entries()) {
		const cells = keys.map((key) => rawCell(object[key]));
		const found = cells.filter((cell) => cell !== undefined).length;
		if (found < keys.length) {
			problems.add({ kind: 'too-few-columns', row: index + 1, found, expected: keys.length });
			continue;
		}
		if (builder.full) batches.push(builder.take());
		builder.add(index + 1, cells);
	}
	problems.throwIfAny();
	if (!builder.empty) batches.push(builder.take());
	return batches;
}

/** Reads `DataProperties`: the topics with numbers or texts, in the table's order. */
export function readTopics(text: string): Topic[] {
	const { value } = parseAnswer(text);
	const byId = new Map(value.map((property) => [property['ID'], property]));
	const topics = value
		.filter((property) => property['Type'] === 'Topic')
		.toSorted((a, b) => Number(a['Position']) - Number(b['Position']));
	if (topics.length === 0) {
		const expected = ['Key', 'Title', 'Type', 'Unit'];
		const missing = ['Type'];
		throw new FigureFileError({ code: 'figures.wrong_columns', expected, missing, unexpected: [] });
	}
	const columns = columnKeys(topics.map((topic) => asText(topic['Key']) ?? ''));
	return topics.map((topic, index) => ({
		...columns[index]!,
		title: asText(topic['Title']) ?? '',
		unit: asText(topic['Unit']),
		decimals: Number(topic['Decimals'] ?? 0),
		groups: groupsOf(topic, byId),
		description: asText(topic['Description']),
	}));
}

/** Reads `TableInfos`, as an answer with a list or as its one object. */
export function readTableInfo(text: string): TableInfo {
	const info = parseAnswer(text).value[0] ?? {};
	const identifier = asText(info['Identifier']);
	const title = asText(info['Title']);
	if (identifier === null || title === null) {
		const expected = ['Identifier', 'Title'];
		const missing = expected.filter((name) => asText(info[name]) === null);
		throw new FigureFileError({ code: 'figures.wrong_columns', expected, missing, unexpected: [] });
	}
	return {
		identifier,
		title,
		period: asText(info['Period']),
		modified: asText(info['Modified']),
		source: asText(info['Source']),
		licence: asText(info['License']) ?? asText(info['Licence']),
		description: asText(info['ShortDescription']),
	};
}

/**
 * Reads the list of areas (`WijkenEnBuurten`) with their names. Throws `FigureFileError`
 * (`wrong_rows`) for a code that is none (unless others, such as provinces, may be skipped) and for an area that comes
 * twice.
 */
export function readAreaNames(text: string, others: 'refuse' | 'skip' = 'refuse'): AreaName[] {
	const problems = new RowProblems();
	const areas = new Map<string, AreaName & { row: number }>();
	for (const [index, object] of parseAnswer(text).value.entries()) {
		const row = index + 1;
		const raw = asText(object['Key']) ?? '';
		const area = parseAreaCode(raw);
		const before = area === null ? undefined : areas.get(area.code);
		if (area === null) {
			if (others === 'refuse') problems.add({ kind: 'unknown-area-code', row, text: raw });
		} else if (before) {
			problems.add({ kind: 'area-twice', row, firstRow: before.row, code: area.code });
		} else areas.set(area.code, { ...area, name: asText(object['Title']) ?? area.code, row });
	}
	problems.throwIfAny();
	return Array.from(areas.values(), ({ row: _row, ...area }) => area);
}

function groupsOf(topic: JsonObject, byId: ReadonlyMap<unknown, JsonObject>): string[] {
	const groups: string[] = [];
	let parent = byId.get(topic['ParentID'] ?? undefined);
	while (parent !== undefined && groups.length < byId.size) {
		groups.unshift(asText(parent['Title']) ?? '');
		parent = byId.get(parent['ParentID'] ?? undefined);
	}
	return groups;
}

/** A value of an answer as a cell: text or number as it came. */
export function rawCell(value: unknown): RawCell {
	if (value === undefined || value === null) return value;
	return typeof value === 'number' ? value : String(value);
}
