import { columnKeys, type ColumnKey } from './column.ts';
import { FigureFileError } from './file-error.ts';

/** Where a table of CBS with any dimensions keeps what. Indexes count columns from 0; -1 is "not there". */
export interface TableShape {
	code: number;
	/** The columns with numbers. */
	measures: readonly { column: ColumnKey; index: number }[];
	/** Dimensions that split a measure: age, type of crime. Not area, period or margin. */
	dimensions: readonly { name: string; index: number }[];
	period: number;
	/** Tells whether a line holds the value, or a bound of its interval. */
	margin: number;
	municipalityName: number;
	boundaryChange: number;
	postcode: number;
}

const AREA_COLUMNS = ['WijkenEnBuurten', 'RegioS', 'Regio', 'Gebieden'];
const PERIODS = ['Perioden', 'Periode'];
const MARGINS = ['Marges', 'Marge'];

/**
 * Finds out from the names of a table's columns where everything is: measures have a number behind their name, dimensions
 * have none. Throws `FigureFileError` (`wrong_columns`) for a table without areas or without measures.
 */
export function shapeOf(sourceKeys: readonly string[]): TableShape {
	const all = columnKeys(sourceKeys);
	const indexOf = (names: readonly string[]) =>
		all.findIndex(({ key, position }) => position === null && names.includes(key));
	const attribute = (name: string) => all.findIndex(({ key }) => key === name);
	const shape = {
		code: indexOf(AREA_COLUMNS),
		period: indexOf(PERIODS),
		margin: indexOf(MARGINS),
		municipalityName: attribute('Gemeentenaam'),
		boundaryChange: attribute('IndelingswijzigingWijkenEnBuurten'),
		postcode: attribute('MeestVoorkomendePostcode'),
	};
	const taken = new Set(Object.values(shape));
	const entries = all.map((column, index) => ({ column, index }));
	const measures = entries.filter(
		({ column }) => column.kind !== 'attribute' && column.position !== null,
	);
	const dimensions = entries
		.filter(({ column, index }) => column.position === null && !taken.has(index))
		.filter(({ column }) => column.kind !== 'attribute')
		.map(({ column, index }) => ({ name: column.sourceKey, index }));
	if (shape.code === -1 || measures.length === 0) {
		const expected = ['WijkenEnBuurten'];
		const missing = shape.code === -1 ? expected : ['…_1'];
		throw new FigureFileError({ code: 'figures.wrong_columns', expected, missing, unexpected: [] });
	}
	return { ...shape, measures, dimensions };
}

/** The margins of CBS: `MW00000` is the value, `MOG0095` and `MBG0095` the bounds of its 95% interval. */
export function slotOfMargin(code: string): 'value' | 'lower' | 'upper' | null {
	if (code.startsWith('MW')) return 'value';
	if (code.startsWith('MO')) return 'lower';
	return code.startsWith('MB') ? 'upper' : null;
}
