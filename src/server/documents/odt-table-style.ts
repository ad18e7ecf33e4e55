import type { TableBlock } from '#ui/document/model.ts';
import { colours } from './docx-style.ts';
import { element } from './odt-xml.ts';

type Properties = Record<string, string | number>;

/** The name under which a table and its columns have their styles. */
export const tableName = (number: number) => `Table${number}`;
export const columnName = (number: number, column: number) => `${tableName(number)}.C${column + 1}`;

const line = `0.5pt solid #${colours.line}`;
const rule = `1pt solid #${colours.accent}`;

function cellStyle(name: string, properties: Properties): string {
	const sides = { 'fo:padding': '1.5mm', 'fo:border-left': 'none', 'fo:border-right': 'none' };
	return element(
		'style:style',
		{ 'style:name': name.replaceAll(' ', '_20_'), 'style:family': 'table-cell' },
		element('style:table-cell-properties', {
			...sides,
			'fo:border-top': 'none',
			'fo:border-bottom': line,
			...properties,
		}),
	);
}

/** The looks of tables and cells: LibreOffice takes them from the text's own styles only. */
export const tableStyles = [
	element(
		'style:style',
		{ 'style:name': 'Table', 'style:family': 'table' },
		element('style:table-properties', { 'table:align': 'margins', 'table:border-model': 'collapsing' }), // prettier-ignore
	),
	element(
		'style:style',
		{ 'style:name': 'Table_20_row', 'style:family': 'table-row' },
		element('style:table-row-properties', { 'fo:keep-together': 'always' }),
	),
	cellStyle('Cell', {}),
	cellStyle('Header cell', { 'fo:border-top': rule, 'fo:background-color': `#${colours.tint}` }),
].join('');

/** The widths of the columns of every table, as styles: a document has them before its text. */
export function columnStyles(tables: readonly TableBlock[], millimetres: number): string {
	return tables
		.flatMap((block, index) => {
			const shares = block.columns.map((column) => column.width ?? 1);
			const sum = shares.reduce((left, right) => left + right, 0);
			return shares.map((share, column) =>
				element(
					'style:style',
					{ 'style:name': columnName(index + 1, column), 'style:family': 'table-column' },
					element('style:table-column-properties', {
						'style:column-width': `${((share / sum) * millimetres).toFixed(2)}mm`,
					}),
				),
			);
		})
		.join('');
}
