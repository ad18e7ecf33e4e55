import { columnKeys, type ColumnKey } from './column.ts';
import { FigureFileError } from './file-error.ts';

/** Where a table of figures per area keeps what. Indexes count columns from 0; -1 is "not there". */
export interface TableLayout {
	/** All columns, attributes too. */
	width: number;
	/** The columns with numbers, and where they stand. */
	columns: readonly ColumnKey[];
	indexes: readonly number[];
	code: number;
	municipalityName: number;
	boundaryChange: number;
	postcode: number;
}

/** Columns without which a file is no table of figures for wijken and buurten. */
const EXPECTED_COLUMNS: readonly string[] = ['WijkenEnBuurten', 'Gemeentenaam', 'SoortRegio'];

/**
 * Finds out from a table's column names where everything is; years differ in numbers and order.
 * A column without a number that we do not know is a second dimension (an age, a period): one area
 * would have several lines. Throws `FigureFileError` (`wrong_columns`).
 */
export function layoutOf(sourceKeys: readonly string[]): TableLayout {
	const all = columnKeys(sourceKeys);
	const byKey = new Map(all.map((column, index) => [column.key, index]));
	const missing = EXPECTED_COLUMNS.filter((name) => !byKey.has(name));
	const unexpected = all
		.filter((column) => column.position === null && column.kind !== 'attribute')
		.map((column) => column.sourceKey);
	const columns = all.filter((column) => column.kind !== 'attribute' && column.position !== null);
	if (missing.length > 0 || unexpected.length > 0 || columns.length === 0) {
		const expected = [...EXPECTED_COLUMNS];
		throw new FigureFileError({ code: 'figures.wrong_columns', expected, missing, unexpected });
	}
	const indexOf = (key: string): number => byKey.get(key) ?? -1;
	return {
		width: all.length,
		columns,
		indexes: columns.map((column) => all.indexOf(column)),
		code: indexOf('WijkenEnBuurten'),
		municipalityName: indexOf('Gemeentenaam'),
		boundaryChange: indexOf('IndelingswijzigingWijkenEnBuurten'),
		postcode: indexOf('MeestVoorkomendePostcode'),
	};
}
