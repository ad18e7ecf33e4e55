import type { FileContent } from '#server/documents/file-content.ts';
import type { DocxBlock, DocxCell } from '#server/documents/docx-read.ts';
import { cellName, cellText, type Sheet } from '#server/spreadsheets/sheet.ts';

/** A cell that holds something, of whatever kind of file. */
export interface GridCell {
	/** Counted from 0, over merged cells. */
	column: number;
	/** Its paragraphs; a cell of a spreadsheet is one, with line breaks in it. */
	paragraphs: string[];
	/** Where it stands, as the program that made the file would say: `C7`, or row and cell of a table. */
	at: string;
}

/** A table of a file: a sheet, or a table of a text. Rows that hold nothing are left out. */
export interface Grid {
	/** The name of the sheet, or what stands above the table. */
	name: string;
	rows: GridCell[][];
}

/** What stands in a file: its tables, and the texts around them. */
export interface FileGrids {
	format: FileContent['format'];
	grids: Grid[];
	/** Paragraphs outside the tables of a text. */
	around: string[];
}

/** The tables of a file that was read, whatever kind of file it is. */
export function gridsOf(content: FileContent): FileGrids {
	if (content.format !== 'docx')
		return { format: content.format, grids: content.sheets.map(sheetGrid), around: [] };
	return { format: 'docx', ...documentGrids(content.blocks) };
}

function sheetGrid({ name, rows }: Sheet): Grid {
	return {
		name,
		rows: rows
			.map(({ index, cells }) =>
				cells.flatMap((value, column): GridCell[] => {
					const text = cellText(value);
					return text.trim() === ''
						? []
						: [{ column, paragraphs: [text], at: cellName(index, column) }];
				}),
			)
			.filter((row) => row.length > 0),
	};
}

function documentGrids(blocks: readonly DocxBlock[]): Pick<FileGrids, 'grids' | 'around'> {
	const grids: Grid[] = [];
	const around: string[] = [];
	let above: string[] = [];
	for (const block of blocks) {
		if (block.type === 'paragraph') {
			if (block.text.trim() === '') continue;
			around.push(block.text.trim());
			above.push(block.text.trim());
			continue;
		}
		// Under its heading a table of ours has a caption as well.
		grids.push({ name: above.at(-2) ?? above.at(-1) ?? '', rows: block.rows.flatMap(tableRow) });
		above = [];
	}
	return { grids, around };
}

function tableRow(cells: readonly DocxCell[], row: number): GridCell[][] {
	let column = 0;
	const filled = cells.flatMap((cell, index): GridCell[] => {
		const at = { column, paragraphs: cell.lines, at: `${row + 1}.${index + 1}` };
		column += cell.columns;
		const isEmpty = cell.isMergedUp || cell.lines.every((line) => line.trim() === '');
		return isEmpty ? [] : [at];
	});
	return filled.length > 0 ? [filled] : [];
}
