import { strToU8, zipSync } from 'fflate';
import { columnName, type CellValue, type Merge } from './sheet.ts';
import { looks, stylesXml, type Look } from './xlsx-write-styles.ts';
import { xlsxText, xmlAttribute } from './xlsx-text.ts';

/** A cell to write: a value as plain text of the sheet, or with a look of its own. */
export type CellToWrite = CellValue | { value: CellValue; look: Look };

/** A sheet to write. */
export interface SheetToWrite {
	/** As it should be called; what a spreadsheet does not accept in a name is left out. */
	name: string;
	/** Widths in characters; `look` is also that of cells which are still empty. */
	columns: readonly { width: number; isHidden?: boolean; look?: Look }[];
	rows: readonly (readonly CellToWrite[])[];
	merges?: readonly Merge[];
	/** How many rows on top stay in sight, and are printed on every page. */
	headerRows?: number;
	/** How many columns at the start stay in sight. */
	headerColumns?: number;
}

/**
 * An XLSX file (ECMA-376, transitional). Texts are texts whatever they begin with: they are written as text cells of
 * the format “text”, which a spreadsheet does not calculate, also after somebody edits them.
 * @param title in the properties of the file
 * @param language of the texts, such as `nl-NL`
 */
export function writeXlsx(
	sheets: readonly SheetToWrite[],
	{ title, language }: { title: string; language: string },
): Uint8Array {
	const names = sheetNames(sheets.map(({ name }) => name));
	const files: Record<string, string> = {
		'[Content_Types].xml': contentTypes(sheets.length),
		'_rels/.rels': relationships([
			['officeDocument', 'xl/workbook.xml'],
			['metadata/core-properties', 'docProps/core.xml'],
		]),
		'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xlsxText(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
		'xl/workbook.xml': workbookXml(sheets, names),
		'xl/_rels/workbook.xml.rels': relationships([
			...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
			['styles', 'styles.xml'],
		]),
		'xl/styles.xml': stylesXml,
	};
	for (const [index, sheet] of sheets.entries())
		files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
	return zipSync(
		Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
	);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
	const parts = [
		['xl/workbook.xml', `${types}.sheet.main+xml`],
		['xl/styles.xml', `${types}.styles+xml`],
		['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
		...Array.from({ length: sheets }, (_, index) => [
			`xl/worksheets/sheet${index + 1}.xml`,
			`${types}.worksheet+xml`,
		]),
	];
	const overrides = parts.map(
		([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
	);
	return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** Relationships of the office document, and of the package where the type says so. */
function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
	const rows = targets.map(([type, target], index) => {
		const base = type.includes('/')
			? 'http://schemas.openxmlformats.org/package/2006/relationships'
			: links;
		return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`;
	});
	return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly SheetToWrite[], names: readonly string[]): string {
	const list = names.map(
		(name, index) =>
			`<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
	);
	const titles = sheets.flatMap(({ headerRows }, index) =>
		headerRows
			? [
					`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xlsxText(`'${(names[index] ?? '').replaceAll("'", "''")}'!$1:$${headerRows}`)}</definedName>`,
				]
			: [],
	);
	const defined = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '';
	return `${head}<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}

function sheetXml(sheet: SheetToWrite): string {
	const { columns, rows, headerRows = 0, headerColumns = 0, merges = [] } = sheet;
	const cols = columns.map(({ width, isHidden, look = 'text' }, index) => {
		const hidden = isHidden ? ' hidden="1"' : '';
		return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="${looks.indexOf(look)}"${hidden}/>`;
	});
	const data = rows.map((row, index) => {
		const cells = row.map((cell, column) => cellXml(cell, columnName(column) + (index + 1), columns[column]?.look)); // prettier-ignore
		const height = linesIn(row, columns) * lineHeight;
		return `<row r="${index + 1}" ht="${height}">${cells.join('')}</row>`;
	});
	const merged = merges.map(
		({ row, column, ...size }) =>
			`<mergeCell ref="${columnName(column)}${row + 1}:${columnName(column + size.columns - 1)}${row + size.rows}"/>`,
	);
	return [
		`${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
		`<sheetViews><sheetView workbookViewId="0" showGridLines="1">${pane(headerRows, headerColumns)}</sheetView></sheetViews>`,
		`<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols>`,
		`<sheetData>${data.join('')}</sheetData>`,
		merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
		'<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
		'<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
	].join('');
}

/** In points, of the letter that texts are written in. */
const lineHeight = 15;

/** How many lines the fullest cell of a row needs, about: not every program works that out when it opens a file. */
function linesIn(row: readonly CellToWrite[], columns: SheetToWrite['columns']): number {
	const lines = row.map((cell, index) => {
		const { value, look } = isWithLook(cell) ? cell : { value: cell, look: 'text' };
		if (typeof value !== 'string') return 1;
		if (look === 'title') return 1.6;
		const wide = Math.max(1, columns[index]?.width ?? 10);
		return value.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil((one.length * 1.1) / wide)), 0); // prettier-ignore
	});
	// 409 points is the highest that a row can be.
	return Math.min(Math.max(1, ...lines), 27);
}

function pane(rows: number, columns: number): string {
	if (rows + columns === 0) return '';
	const split = [columns > 0 && ` xSplit="${columns}"`, rows > 0 && ` ySplit="${rows}"`];
	const active = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
	return `<pane${split.filter(Boolean).join('')} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${active}" state="frozen"/>`;
}

function cellXml(cell: CellToWrite, at: string, columnLook: Look = 'text'): string {
	const { value, look } = isWithLook(cell) ? cell : { value: cell, look: columnLook };
	const style = looks.indexOf(look);
	if (value === null || value === '') return `<c r="${at}" s="${style}"/>`;
	if (typeof value === 'number')
		return `<c r="${at}" s="${looks.indexOf('number')}"><v>${value}</v></c>`;
	if (typeof value === 'boolean')
		return `<c r="${at}" s="${style}" t="b"><v>${Number(value)}</v></c>`;
	if (value instanceof Date)
		return `<c r="${at}" s="${looks.indexOf('date')}"><v>${value.valueOf() / 86_400_000 + 25_569}</v></c>`;
	return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xlsxText(value)}</t></is></c>`;
}

function isWithLook(cell: CellToWrite): cell is { value: CellValue; look: Look } {
	return typeof cell === 'object' && cell !== null && 'look' in cell;
}

/** Names as a spreadsheet accepts them: at most 31 characters, some not at all, none twice. */
export function sheetNames(wanted: readonly string[]): string[] {
	const taken = new Set<string>();
	return wanted.map((name) => {
		const plain = name.toWellFormed().replace(/[[\]:*?/\\\u0000-\u001f]+/g, ' ').replace(/^'+|'+$/g, '').replace(/\s+/g, ' ').trim(); // prettier-ignore
		const base = plain || 'Blad';
		for (let number = 1; ; number += 1) {
			const end = number === 1 ? '' : ` ${number}`;
			const one = [...base].slice(0, 31 - end.length).join('').slice(0, 31 - end.length).toWellFormed().trim() + end; // prettier-ignore
			if (taken.has(one.toLowerCase())) continue;
			taken.add(one.toLowerCase());
			return one;
		}
	});
}
