import type { FigureBatch, NUMBER_COLUMNS } from './batch.ts';

/** The cells of a batch, whatever its columns are called. */
export type Cells = Omit<FigureBatch, 'areas' | 'columns'> & { columns: readonly unknown[] };

type Numbers = (typeof NUMBER_COLUMNS)[number];

/** What is stored of one area, each in PostgreSQL's own notation of an array; null where there is nothing of it. */
export type FigureRow = Record<Numbers | 'missing', string | null>;

/** The rows of a batch, one per area. */
export function* rowsOf(batch: Cells): Generator<FigureRow> {
	const width = batch.columns.length;
	for (let from = 0; from < batch.values.length; from += width) {
		const of = (column: Float64Array | undefined) =>
			column ? numbers(column, from, from + width) : null;
		yield {
			values: of(batch.values),
			missing: reasons(batch.missing, from, from + width),
			lower: of(batch.lower),
			upper: of(batch.upper),
			numerator: of(batch.numerator),
			denominator: of(batch.denominator),
		};
	}
}

/** By hand: the driver's own notation, with quotes, takes ten times as long. */
function numbers(column: Float64Array, from: number, to: number): string {
	let text = '';
	for (let at = from; at < to; at += 1) {
		const value = column[at] as number;
		text += value === value ? `,${value}` : ',NULL';
	}
	return `{${text.slice(1)}}`;
}

function reasons(column: Uint8Array, from: number, to: number): string | null {
	const row = column.subarray(from, to);
	return row.some((reason) => reason > 0) ? `{${row.join(',')}}` : null;
}
