import { parseAreaCode, type AreaCode } from '#features/areas/area-code.ts';
import { type AreaRow, type FigureBatch, missingIndex } from './batch.ts';
import type { RowProblems } from './file-error.ts';
import { type NumberDialect, parseCell } from './number.ts';
import type { TableLayout } from './table-layout.ts';

/** A cell as a file gives it. */
export type RawCell = string | number | null | undefined;

const DIGITS = /^\d{1,15}$/;
const NOT_PUBLISHED = missingIndex('not_published');

/** Fills batches with the lines of one table, and reports lines that are wrong to `problems`. */
export class BatchBuilder {
	private readonly layout: TableLayout;
	private readonly dialect: NumberDialect;
	private readonly problems: RowProblems;
	private readonly capacity: number;
	private readonly firstRows = new Map<string, number>();
	private areas: AreaRow[] = [];
	private values: Float64Array;
	private missing: Uint8Array;

	constructor(
		layout: TableLayout,
		dialect: NumberDialect,
		problems: RowProblems,
		areasPerBatch: number,
	) {
		this.layout = layout;
		this.dialect = dialect;
		this.problems = problems;
		this.capacity = areasPerBatch;
		this.values = new Float64Array(areasPerBatch * layout.columns.length);
		this.missing = new Uint8Array(areasPerBatch * layout.columns.length);
	}

	get full(): boolean {
		return this.areas.length === this.capacity;
	}

	get empty(): boolean {
		return this.areas.length === 0;
	}

	/** Adds a line; its cells stand in the order of the layout. */
	add(row: number, cells: readonly RawCell[]): void {
		const area = this.areaOf(row, cells);
		if (area === null) return;
		this.fill(row, cells);
		this.areas.push(area);
	}

	/** What was added since the last time. The arrays are not used again. */
	take(): FigureBatch {
		const size = this.layout.columns.length;
		const used = this.areas.length * size;
		const batch: FigureBatch = {
			columns: this.layout.columns,
			areas: this.areas,
			values: this.values.subarray(0, used),
			missing: this.missing.subarray(0, used),
		};
		this.areas = [];
		this.values = new Float64Array(this.capacity * size);
		this.missing = new Uint8Array(this.capacity * size);
		return batch;
	}

	private areaOf(row: number, cells: readonly RawCell[]): AreaRow | null {
		const { layout } = this;
		const raw = text(cells[layout.code]);
		const area = parseAreaCode(raw);
		if (area === null) {
			this.problems.add({ kind: 'unknown-area-code', row, text: raw });
			return null;
		}
		const firstRow = this.firstRows.get(area.code);
		if (firstRow !== undefined) {
			this.problems.add({ kind: 'area-twice', row, firstRow, code: area.code });
			return null;
		}
		this.firstRows.set(area.code, row);
		return areaRow(area, layout, cells);
	}

	private fill(row: number, cells: readonly RawCell[]): void {
		const { indexes, columns } = this.layout;
		let at = this.areas.length * columns.length;
		for (let column = 0; column < indexes.length; column += 1, at += 1) {
			const raw = cells[indexes[column]!];
			// The two common cases first; everything else goes the careful way.
			if (typeof raw === 'string' && DIGITS.test(raw)) {
				this.values[at] = Number(raw);
				continue;
			}
			this.values[at] = NaN;
			if (raw === null || (raw === '' && this.dialect === 'kwb-csv')) {
				this.missing[at] = NOT_PUBLISHED;
				continue;
			}
			const cell = parseCell(raw, this.dialect);
			if ('value' in cell) this.values[at] = cell.value;
			else if ('missing' in cell) this.missing[at] = missingIndex(cell.missing);
			else {
				const name = columns[column]!.sourceKey;
				this.problems.add({ kind: 'not-a-number', row, column: name, text: String(raw) });
			}
		}
	}
}

/** What a line says of its area, beside its code. */
export function areaRow(
	{ code, level, parentCode }: AreaCode,
	layout: Pick<TableLayout, 'municipalityName' | 'boundaryChange' | 'postcode'>,
	cells: readonly RawCell[],
): AreaRow {
	const name = text(cells[layout.municipalityName]) || null;
	const ownName = level === 'country' || level === 'municipality';
	return {
		code,
		level,
		parentCode,
		name: ownName ? name : null,
		municipalityName: level === 'country' ? null : name,
		boundaryChange: boundaryChange(text(cells[layout.boundaryChange])),
		postcode: postcode(text(cells[layout.postcode])),
	};
}

/** A cell as text without padding; '' when nothing is there. */
export function text(raw: RawCell): string {
	return typeof raw === 'string'
		? raw.trim()
		: raw === undefined || raw === null
			? ''
			: String(raw);
}

function boundaryChange(written: string): AreaRow['boundaryChange'] {
	if (written === '1') return 1;
	if (written === '2') return 2;
	return written === '3' ? 3 : null;
}

function postcode(written: string): string | null {
	return /^[1-9]\d{3}$/.test(written) ? written : null;
}
