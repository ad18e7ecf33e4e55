/** A cell by its place among the cells that can be walked, both from 0. */
export interface CellPlace {
	row: number;
	column: number;
}

/**
 * Where a key leads from a cell of a grid of `rows` × `columns`; null when the key moves nothing. The keys are those of
 * the grid pattern of the ARIA Authoring Practices: arrows, Home and End, with Ctrl to the corners, Page Up and Down.
 */
export function placeAfterKey(
	{ row, column }: CellPlace,
	key: { key: string; ctrlKey: boolean },
	{ rows, columns }: { rows: number; columns: number },
): CellPlace | null {
	const [lastRow, lastColumn] = [rows - 1, columns - 1];
	switch (key.key) {
		case 'ArrowUp':
			return { row: Math.max(0, row - 1), column };
		case 'ArrowDown':
			return { row: Math.min(lastRow, row + 1), column };
		case 'ArrowLeft':
			return { row, column: Math.max(0, column - 1) };
		case 'ArrowRight':
			return { row, column: Math.min(lastColumn, column + 1) };
		case 'Home':
			return key.ctrlKey ? { row: 0, column: 0 } : { row, column: 0 };
		case 'End':
			return key.ctrlKey ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
		case 'PageUp':
			return { row: 0, column };
		case 'PageDown':
			return { row: lastRow, column };
		default:
			return null;
	}
}
