import { decodeStream, decodeText } from './decode.ts';
import type { RawCell } from './batch-builder.ts';
import { kindOf, wholeOf } from './families.ts';
import { FigureFileError, RowProblems } from './file-error.ts';
import { bytesOf, type SourceFile } from './import-source.ts';
import { linesOf } from './lines.ts';
import type { LongTable } from './long-table.ts';
import { parseAnswer } from './odata3-answer.ts';
import { rawCell, type Topic } from './odata3.ts';
import { TableLines } from './table-lines.ts';

/** What is known of the table that a file with dimensions holds. */
export interface TableOfFile {
	family: string | null;
	/** Of lines that name no period themselves. */
	period: string;
	topics: readonly Topic[] | null;
}

/**
 * Reads a file with a line per area and age, margin, type of crime or year: as CSV, or as an answer of OData v3. Problems
 * of all lines come together. Throws `FigureFileError`.
 */
export async function readTableFile(
	file: SourceFile,
	{ family, period, topics }: TableOfFile,
	table: LongTable,
	isCsv: boolean,
): Promise<void> {
	const problems = new RowProblems();
	const about = {
		family,
		kind: kindOf(family),
		period,
		topics: new Map(topics?.map((topic) => [topic.sourceKey, topic])),
		labels: new Map(),
		statuses: new Map(),
		whole: wholeOf(family),
	};
	let lines: TableLines | null = null;
	let width = 0;
	for await (const { row, cells, names } of isCsv ? csvRows(file) : jsonRows(file)) {
		if (lines === null) {
			width = names.length;
			lines = new TableLines(names, about, table, problems, isCsv ? 'kwb-csv' : 'odata3');
		}
		if (cells.length === width) lines.add(row, cells);
		else problems.add({ kind: 'too-few-columns', row, found: cells.length, expected: width });
	}
	if (lines === null) throw new FigureFileError({ code: 'figures.empty_file' });
	problems.throwIfAny();
}

interface Row {
	row: number;
	cells: readonly RawCell[];
	names: readonly string[];
}

async function* csvRows(file: SourceFile): AsyncGenerator<Row> {
	let names: string[] | null = null;
	for await (const lines of linesOf(decodeStream(file.open())))
		for (const { row, cells } of lines)
			if (names === null) names = cells.map((cell) => cell.trim());
			else yield { row, cells, names };
}

async function* jsonRows(file: SourceFile): AsyncGenerator<Row> {
	const { value } = parseAnswer(decodeText(await bytesOf(file)).text);
	const names = Object.keys(value[0] ?? {}).filter((key) => !key.includes('.'));
	for (const [index, object] of value.entries()) {
		const cells = names.map((name) => rawCell(object[name])).filter((cell) => cell !== undefined);
		yield { row: index + 1, cells, names };
	}
}
