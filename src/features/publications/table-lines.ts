import { parseAreaCode } from '#features/areas/area-code.ts';
import { catalogue } from '#features/figures/catalogue.ts';
import { matchColumns } from '#features/figures/indicator-match.ts';
import { areaRow, type RawCell, text } from './batch-builder.ts';
import type { Dimension, FigureKind } from '#features/figures/series.ts';
import type { RowProblems } from './file-error.ts';
import type { LongTable } from './long-table.ts';
import { type NumberDialect, parseCell } from './number.ts';
import type { Topic } from './odata3.ts';
import { isProvisionalStatus, periodOf } from './period.ts';
import { seriesAbout } from './series-about.ts';
import { shapeOf, slotOfMargin, type TableShape } from './table-shape.ts';

/** What a table says of itself, beside its lines. All may be empty: then codes stand for names. */
export interface TableDescription {
	/** The family of the catalogue; null when it belongs to none. */
	family: string | null;
	kind: FigureKind;
	/** Of lines that name no period themselves. */
	period: string;
	topics: ReadonlyMap<string, Topic>;
	/** Per dimension the label of each code, without padding. */
	labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** The status (`Definitief`, `Voorlopig`) of a period, by its code. */
	statuses: ReadonlyMap<string, string>;
	/** The members that stand for a whole, by dimension: they leave no trace in the key of a measure. */
	whole: Readonly<Record<string, string>>;
}

/** Regions that are neither country, municipality, wijk nor buurt: a province, a police unit, an unknown place. */
const OTHER_REGION = /^(?!GM|WK|BU|NL)[A-Z]{2}\d{2,4}$/;

/** Takes the lines of one table of CBS with any dimensions into a `LongTable`; wrong ones go to `problems`. */
export class TableLines {
	/** Lines about regions that we do not know, such as provinces. */
	skipped = 0;
	private readonly shape: TableShape;
	private readonly about: TableDescription;
	private readonly table: LongTable;
	private readonly problems: RowProblems;
	private readonly dialect: NumberDialect;
	private readonly indicators: ReadonlyMap<string, string>;
	/** The series of every measure, per combination of dimensions and period. */
	private readonly series = new Map<string, number[]>();

	/** Throws `FigureFileError` (`wrong_columns`). */
	constructor(
		columns: readonly string[],
		about: TableDescription,
		table: LongTable,
		problems: RowProblems,
		dialect: NumberDialect,
	) {
		this.shape = shapeOf(columns);
		this.about = about;
		this.table = table;
		this.problems = problems;
		this.dialect = dialect;
		this.indicators = about.family ? matchColumns(catalogue, about.family, columns) : new Map();
	}

	/** Adds a line; its cells stand in the order of the columns. */
	add(row: number, cells: readonly RawCell[]): void {
		const { shape, table } = this;
		const raw = text(cells[shape.code]);
		const area = parseAreaCode(raw);
		if (area === null) {
			if (OTHER_REGION.test(raw)) this.skipped += 1;
			else this.problems.add({ kind: 'unknown-area-code', row, text: raw });
			return;
		}
		const slot = shape.margin === -1 ? 'value' : slotOfMargin(text(cells[shape.margin]));
		if (slot === null) return;
		const number = table.area(area.code, () => areaRow(area, shape, cells));
		const series = this.seriesOf(cells);
		shape.measures.forEach(({ index, column }, position) => {
			const cell = parseCell(cells[index], this.dialect);
			if ('error' in cell)
				this.problems.add({
					kind: 'not-a-number',
					row,
					column: column.sourceKey,
					text: String(cells[index]),
				});
			else table.put(number, series[position] as number, slot, cell);
		});
	}

	private seriesOf(cells: readonly RawCell[]): number[] {
		const { shape } = this;
		const codes = shape.dimensions.map(({ index }) => text(cells[index]));
		const period = shape.period === -1 ? '' : text(cells[shape.period]);
		const key = [period, ...codes].join('\n');
		const known = this.series.get(key);
		if (known) return known;
		const made = shape.measures.map((_measure, position) =>
			this.makeSeries(position, codes, period, key),
		);
		this.series.set(key, made);
		return made;
	}

	private makeSeries(position: number, codes: string[], periodCode: string, key: string): number {
		const { about, shape } = this;
		const { column } = shape.measures[position]!;
		const dimensions = shape.dimensions.map(({ name }, index): Dimension => {
			const code = codes[index] as string;
			return { name, code, label: about.labels.get(name)?.get(code) ?? code };
		});
		return this.table.seriesOf(`${column.sourceKey}\n${key}`, () => ({
			order: [position, ...codes, periodCode],
			about: seriesAbout({
				column,
				topic: about.topics.get(column.sourceKey),
				indicator: this.indicators.get(column.sourceKey) ?? null,
				dimensions,
				about,
				period: periodCode ? periodOf(periodCode) : about.period,
				isProvisional: isProvisionalStatus(about.statuses.get(periodCode) ?? null),
			}),
		}));
	}
}
