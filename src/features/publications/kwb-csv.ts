import type { FigureBatch } from './batch.ts';
import { BatchBuilder } from './batch-builder.ts';
import { type ByteSource, decodeStream, type TextEncodingName } from './decode.ts';
import { FigureFileError, RowProblems } from './file-error.ts';
import { type Line, linesOf } from './lines.ts';
import { layoutOf, type TableLayout } from './table-layout.ts';

/** How to read. */
export interface KwbCsvOptions {
	/** At most so many areas come together; 1,000 by default. */
	areasPerBatch?: number;
	/** Told at the end how the bytes were read. */
	onEncoding?: (encoding: TextEncodingName) => void;
}

/**
 * Reads CBS's *Kerncijfers wijken en buurten* as CSV (`;` between cells, gzip or not) and gives its
 * lines in batches of numbers, in the order of the file. Only one batch is held in memory.
 *
 * A file is taken whole or not at all: lines with problems do not stop the reading, but after the
 * last line a `FigureFileError` (`wrong_rows`) names them all, and from the first problem on no more
 * batches come. Whoever stores batches must therefore do so in one transaction. Other errors:
 * `wrong_columns`, `empty_file`, `line_too_long` and those of `decodeStream`.
 */
export async function* readKwbCsv(
	source: ByteSource,
	options: KwbCsvOptions = {},
): AsyncGenerator<FigureBatch, void> {
	const problems = new RowProblems();
	let layout: TableLayout | null = null;
	let builder: BatchBuilder | null = null;
	for await (const lines of linesOf(decodeStream(source, options.onEncoding))) {
		for (const line of lines) {
			if (layout === null || builder === null) {
				layout = layoutOf(line.cells.map((cell) => cell.trim()));
				builder = new BatchBuilder(layout, 'kwb-csv', problems, options.areasPerBatch ?? 1000);
				continue;
			}
			if (!hasAllCells(line, layout.width, problems)) continue;
			if (builder.full) {
				const batch = builder.take();
				if (!problems.any) yield batch;
			}
			builder.add(line.row, line.cells);
		}
	}
	if (builder === null) throw new FigureFileError({ code: 'figures.empty_file' });
	problems.throwIfAny();
	if (!builder.empty) yield builder.take();
}

function hasAllCells(line: Line, expected: number, problems: RowProblems): boolean {
	const { row } = line;
	const found = line.cells.length;
	if (found < expected) problems.add({ kind: 'too-few-columns', row, found, expected });
	if (found > expected) problems.add({ kind: 'too-many-columns', row, found, expected });
	return found === expected;
}
