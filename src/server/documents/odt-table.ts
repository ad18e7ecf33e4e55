import { documentLabels } from '#ui/document/labels.ts';
import type { TableBlock, TableCell } from '#ui/document/model.ts';
import { flowXml, paragraphXml } from './odt-flow.ts';
import type { OdtContext } from './odt-inline.ts';
import { columnName, tableName } from './odt-table-style.ts';
import { characters, element } from './odt-xml.ts';

/** A caption with its number, and a table whose header row repeats on every page. */
export function tableXml(block: TableBlock, context: OdtContext): string {
	context.tables += 1;
	const number = context.tables;
	const columns = block.columns.map((_, column) =>
		element('table:table-column', { 'table:style-name': columnName(number, column) }),
	);
	return (
		paragraphXml('Caption', captionText(block.caption, number, context)) +
		element(
			'table:table',
			{ 'table:name': tableName(number), 'table:style-name': 'Table' },
			element('table:title', {}, characters(block.caption)),
			...columns,
			element('table:table-header-rows', {}, headerRow(block)),
			...block.rows.map((row) => dataRow(row, block, context)),
		) +
		paragraphXml('Table_20_end', '')
	);
}

function captionText(caption: string, number: number, { model }: OdtContext): string {
	const count = element(
		'text:sequence',
		{
			'text:ref-name': `refTable${number}`,
			'text:name': 'Table',
			'text:formula': 'ooow:Table+1',
			'style:num-format': '1',
		},
		String(number),
	);
	return `${characters(`${documentLabels[model.language].table}\u00A0`)}${count}. ${characters(caption)}`;
}

function headerRow(block: TableBlock): string {
	const cells = block.columns.map(
		({ header, align }) =>
		cell('Header_20_cell', paragraphXml(align === 'end' ? 'Table_20_Heading_20_end' : 'Table_20_Heading', characters(header))), // prettier-ignore
	);
	return element('table:table-row', { 'table:style-name': 'Table_20_row' }, ...cells);
}

function dataRow(row: readonly TableCell[], block: TableBlock, context: OdtContext): string {
	const cells = row.map((content, index) => {
		const style = cellStyle(block, index);
		return cell('Cell', flowXml(content, style, context) || paragraphXml(style, ''));
	});
	return element('table:table-row', { 'table:style-name': 'Table_20_row' }, ...cells);
}

function cellStyle(block: TableBlock, index: number): string {
	if (block.headerColumn && index === 0) return 'Table_20_row_20_name';
	return block.columns[index]?.align === 'end' ? 'Table_20_Contents_20_end' : 'Table_20_Contents';
}

const cell = (style: string, content: string) =>
	element(
		'table:table-cell',
		{ 'table:style-name': style, 'office:value-type': 'string' },
		content,
	);
