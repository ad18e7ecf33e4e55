/** The looks that a cell can have; the index is its style in the file. */
export const looks = [
	'text',
	'header',
	'title',
	'quiet',
	'rowHeader',
	'plain',
	'label',
	'number',
	'date',
] as const;
export type Look = (typeof looks)[number];

const fonts = [
	'<font><sz val="11"/><name val="Calibri"/></font>',
	'<font><b/><sz val="11"/><color rgb="FF154273"/><name val="Calibri"/></font>',
	'<font><b/><sz val="15"/><color rgb="FF154273"/><name val="Calibri"/></font>',
	'<font><sz val="8"/><color rgb="FF767F8A"/><name val="Calibri"/></font>',
];
const fills = [
	'<fill><patternFill patternType="none"/></fill>',
	'<fill><patternFill patternType="gray125"/></fill>',
	'<fill><patternFill patternType="solid"><fgColor rgb="FFEEF3F8"/></patternFill></fill>',
];
const line = (side: string) => `<${side} style="thin"><color rgb="FFC5CDD6"/></${side}>`;
const borders = [
	'<border><left/><right/><top/><bottom/><diagonal/></border>',
	`<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`,
];

interface Style {
	/** 49 is “text”, 14 a date, 0 general (ECMA-376 part 1, §18.8.30). */
	format: number;
	font: number;
	fill: number;
	border: number;
}

const styles: Record<Look, Style> = {
	text: { format: 49, font: 0, fill: 0, border: 1 },
	header: { format: 49, font: 1, fill: 2, border: 1 },
	title: { format: 49, font: 2, fill: 0, border: 0 },
	quiet: { format: 49, font: 3, fill: 0, border: 0 },
	rowHeader: { format: 49, font: 1, fill: 0, border: 1 },
	plain: { format: 49, font: 0, fill: 0, border: 0 },
	label: { format: 49, font: 1, fill: 0, border: 0 },
	number: { format: 0, font: 0, fill: 0, border: 0 },
	date: { format: 14, font: 0, fill: 0, border: 0 },
};

const formats = looks.map((look) => {
	const { format, font, fill, border } = styles[look];
	// The quote is how a spreadsheet itself marks a text that looks like a formula.
	const quote = format === 49 ? ' quotePrefix="1"' : '';
	const top = '<alignment vertical="top" wrapText="1"/>';
	return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote}>${top}</xf>`;
});

const list = (name: string, items: readonly string[]) =>
	`<${name} count="${items.length}">${items.join('')}</${name}>`;

/** The styles of every workbook that is written. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list('fonts', fonts)}${list('fills', fills)}${list('borders', borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', formats)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
