import {
	AlignmentType,
	BorderStyle,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
} from 'docx';
import { documentLabels } from '#ui/document/labels.ts';
import type { TableBlock, TableCell as Cell } from '#ui/document/model.ts';
import { flowParagraphs } from './docx-flow.ts';
import { runs, type DocxContext } from './docx-inline.ts';
import { colours, pageLayout } from './docx-style.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const rule = { style: BorderStyle.SINGLE, size: 10, color: colours.accent };

/** A caption above a table whose header row repeats on every page. */
export function tableBlocks(block: TableBlock, context: DocxContext): (Paragraph | Table)[] {
	context.tables += 1;
	const name = `${documentLabels[context.model.language].table} ${context.tables}. `;
	const caption = new Paragraph({ style: 'Caption', children: runs(name + block.caption) });
	return [
		caption,
		tableOf(block, context),
		new Paragraph({ spacing: { after: 60 }, children: [] }),
	];
}

function tableOf(block: TableBlock, context: DocxContext): Table {
	const columnWidths = widths(block, pageLayout(context.model.orientation).width);
	return new Table({
		rows: [
			headerRow(block, columnWidths),
			...block.rows.map((row) => dataRow(row, block, columnWidths, context)),
		],
		columnWidths,
		width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		margins: { top: 70, bottom: 50, left: 100, right: 100 },
		tableLook: { firstRow: true, firstColumn: block.headerColumn, noVBand: true, noHBand: true },
		borders: {
			top: rule,
			bottom: hairline,
			left: block.grid ? hairline : none,
			right: block.grid ? hairline : none,
			insideHorizontal: hairline,
			insideVertical: block.grid ? hairline : none,
		},
	});
}

/** Widths in twips by the columns' shares. */
function widths(block: TableBlock, total: number): number[] {
	const shares = block.columns.map((column) => column.width ?? 1);
	const sum = shares.reduce((left, right) => left + right, 0);
	return shares.map((share) => Math.floor((share / sum) * total));
}

function headerRow(block: TableBlock, columnWidths: readonly number[]): TableRow {
	const cells = block.columns.map(
		(column, index) =>
			new TableCell({
				width: { size: columnWidths[index]!, type: WidthType.DXA },
				shading: { type: ShadingType.CLEAR, fill: colours.tint, color: 'auto' },
				children: [
					new Paragraph({
						style: 'TableText',
						keepNext: true,
						alignment: alignment(column.align),
						children: runs(column.header, { bold: true }),
					}),
				],
			}),
	);
	return new TableRow({ children: cells, tableHeader: true, cantSplit: true });
}

function dataRow(
	row: readonly Cell[],
	block: TableBlock,
	columnWidths: readonly number[],
	context: DocxContext,
): TableRow {
	const cells = row.map((cell, index) => {
		const bold = block.headerColumn && index === 0;
		const paragraphs = flowParagraphs(cell, context, {
			style: 'TableText',
			alignment: alignment(block.columns[index]?.align),
			...(bold ? { look: { bold } } : {}),
		});
		return new TableCell({
			width: { size: columnWidths[index]!, type: WidthType.DXA },
			children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: 'TableText' })],
		});
	});
	return new TableRow({ children: cells, cantSplit: true });
}

const alignment = (align: 'start' | 'end' | undefined) =>
	align === 'end' ? AlignmentType.END : AlignmentType.START;
