import { documentLabels } from '#ui/document/labels.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { colours } from './docx-style.ts';
import { characters, element, NAMESPACES, XML_HEAD } from './odt-xml.ts';

type Properties = Record<string, string | number>;

const A4 = { width: 210, height: 297 };
const margin = ({ orientation }: DocumentModel) => (orientation === 'landscape' ? 15 : 23);

/** The width between the margins of a sheet, in millimetres. */
export function tableWidth(model: DocumentModel): number {
	const width = model.orientation === 'landscape' ? A4.height : A4.width;
	return width - 2 * margin(model);
}

/** `styles.xml`: the looks by their name, the sheet, and the footer with the page number. */
export function stylesXml(model: DocumentModel): string {
	return (
		XML_HEAD +
		element(
			'office:document-styles',
			NAMESPACES,
			element('office:styles', {}, defaults(model), ...paragraphStyles(model), characterStyles, listStyles), // prettier-ignore
			element('office:automatic-styles', {}, pageLayout(model)),
			element(
				'office:master-styles',
				{},
				element('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'Sheet' }, footer(model)), // prettier-ignore
			),
		)
	);
}

function defaults({ language }: DocumentModel): string {
	const [name, country] = language === 'nl' ? ['nl', 'NL'] : ['en', 'GB'];
	const text = { 'fo:font-family': 'Calibri', 'fo:font-size': '11pt', 'fo:language': name, 'fo:country': country }; // prettier-ignore
	return (
		element(
			'style:default-style',
			{ 'style:family': 'paragraph' },
			element('style:paragraph-properties', { 'fo:orphans': 2, 'fo:widows': 2, 'style:tab-stop-distance': '10mm' }), // prettier-ignore
			element('style:text-properties', text),
		) +
		element('style:default-style', { 'style:family': 'table' }) +
		element('style:default-style', { 'style:family': 'table-row' })
	);
}

function paragraphStyle(
	name: string,
	{
		parent = 'Standard',
		outline,
		paragraph = {},
		tabs = '',
		text = {},
	}: {
		parent?: string;
		outline?: number;
		paragraph?: Properties;
		tabs?: string;
		text?: Properties;
	} = {},
): string {
	return element(
		'style:style',
		{
			'style:name': name.replaceAll(' ', '_20_'),
			'style:display-name': name,
			'style:family': 'paragraph',
			'style:parent-style-name': name === 'Standard' ? undefined : parent.replaceAll(' ', '_20_'),
			'style:default-outline-level': outline,
			'style:class': 'text',
		},
		element('style:paragraph-properties', paragraph, tabs),
		element('style:text-properties', text),
	);
}

const space = (above: number, below: number): Properties => ({
	'fo:margin-top': `${above}pt`,
	'fo:margin-bottom': `${below}pt`,
});
const bold = { 'fo:font-weight': 'bold' };
const quiet = { 'fo:color': `#${colours.quiet}` };
const end = { 'fo:text-align': 'end' };
const hanging = (indent: string) => ({ 'fo:margin-left': indent, 'fo:text-indent': `-${indent}` });
const rightTab = (at: number) =>
	element('style:tab-stops', {}, element('style:tab-stop', { 'style:position': `${at}mm`, 'style:type': 'right' })); // prettier-ignore

function headingStyle(name: string, outline: number | undefined, size: number, above: number) {
	return paragraphStyle(name, {
		outline,
		paragraph: { ...space(above, 6), 'fo:keep-with-next': 'always', 'fo:keep-together': 'always' },
		text: { ...bold, 'fo:font-size': `${size}pt`, 'fo:color': `#${colours.accent}` },
	});
}

function callout(name: string, edge: string, fill: string): string {
	return paragraphStyle(name, {
		paragraph: {
			...space(0, 0),
			'fo:margin-left': '4mm',
			'fo:border-left': `3pt solid #${edge}`,
			'fo:background-color': `#${fill}`,
			'fo:padding': '2mm',
			'fo:keep-together': 'always',
		},
	});
}

function paragraphStyles(model: DocumentModel): string[] {
	const width = tableWidth(model);
	return [
		paragraphStyle('Standard', { paragraph: { ...space(0, 0), 'fo:line-height': '115%' } }),
		paragraphStyle('Text body', { paragraph: space(0, 6) }),
		headingStyle('Title', undefined, 24, 0),
		paragraphStyle('Subtitle', { paragraph: space(0, 4), text: { ...quiet, 'fo:font-size': '14pt' } }),
		paragraphStyle('Details', { paragraph: space(0, 4) }),
		paragraphStyle('Opening end', {
			paragraph: { ...space(0, 10), 'fo:border-bottom': `1.5pt solid #${colours.accent}`, 'fo:line-height': '4pt' },
		}),
		headingStyle('Heading 1', 1, 17, 20),
		headingStyle('Heading 2', 2, 13.5, 16),
		headingStyle('Heading 3', 3, 12, 13),
		headingStyle('Heading 4', 4, 11, 11),
		headingStyle('Contents Heading', undefined, 17, 12),
		paragraphStyle('Contents 1', { paragraph: space(4, 0), tabs: rightTab(width) }),
		paragraphStyle('Contents 2', { paragraph: { 'fo:margin-left': '6mm' }, tabs: rightTab(width - 6) }), // prettier-ignore
		paragraphStyle('Caption', {
			paragraph: { ...space(10, 4), 'fo:keep-with-next': 'always' },
			text: { ...quiet, 'fo:font-size': '10pt' },
		}),
		paragraphStyle('Table Contents', { paragraph: space(0, 2), text: { 'fo:font-size': '10pt' } }),
		paragraphStyle('Table Contents end', { parent: 'Table Contents', paragraph: end }),
		paragraphStyle('Table row name', { parent: 'Table Contents', text: bold }),
		paragraphStyle('Table Heading', {
			parent: 'Table Contents',
			paragraph: { 'fo:keep-with-next': 'always' },
			text: { ...bold, 'fo:color': `#${colours.accent}` },
		}),
		paragraphStyle('Table Heading end', { parent: 'Table Heading', paragraph: end }),
		paragraphStyle('Table end', { paragraph: { 'fo:line-height': '4pt', ...space(0, 4) } }),
		callout('Callout', colours.accent, colours.tint),
		callout('Callout warning', colours.ochre, colours.warm),
		paragraphStyle('Quotations', {
			paragraph: { ...space(6, 6), 'fo:margin-left': '5mm' },
			text: { 'fo:font-style': 'italic' },
		}),
		paragraphStyle('Definition', { paragraph: { ...space(0, 4), ...hanging('5mm') } }),
		paragraphStyle('Source', {
			paragraph: { ...space(0, 4), ...hanging('10mm') },
			text: { 'fo:font-size': '10pt' },
		}),
		paragraphStyle('Page break', { paragraph: { 'fo:break-after': 'page', 'fo:line-height': '1pt' } }),
		paragraphStyle('Footer', { tabs: rightTab(width), text: { ...quiet, 'fo:font-size': '9pt' } }),
	]; // prettier-ignore
}

const characterStyle = (name: string, text: Properties) =>
	element(
		'style:style',
		{
			'style:name': name.replaceAll(' ', '_20_'),
			'style:display-name': name,
			'style:family': 'text',
		},
		element('style:text-properties', text),
	);

const characterStyles = [
	characterStyle('Strong Emphasis', bold),
	characterStyle('Emphasis', { 'fo:font-style': 'italic' }),
	characterStyle('Internet link', {
		'fo:color': `#${colours.accent}`,
		'style:text-underline-style': 'solid',
	}),
].join('');

function listLevel(indent: string) {
	return element(
		'style:list-level-properties',
		{ 'text:list-level-position-and-space-mode': 'label-alignment' },
		element('style:list-level-label-alignment', {
			'text:label-followed-by': 'listtab',
			'text:list-tab-stop-position': indent,
			'fo:text-indent': `-${indent}`,
			'fo:margin-left': indent,
		}),
	);
}

const listStyles = [
	element(
		'text:list-style',
		{ 'style:name': 'List_20_1', 'style:display-name': 'List 1' },
		element('text:list-level-style-bullet', { 'text:level': 1, 'text:bullet-char': '•' }, listLevel('5mm')), // prettier-ignore
	),
	element(
		'text:list-style',
		{ 'style:name': 'Numbering_20_1', 'style:display-name': 'Numbering 1' },
		element('text:list-level-style-number', { 'text:level': 1, 'style:num-format': '1', 'style:num-suffix': '.' }, listLevel('7mm')), // prettier-ignore
	),
].join('');

function pageLayout(model: DocumentModel): string {
	const lies = model.orientation === 'landscape';
	return element(
		'style:page-layout',
		{ 'style:name': 'Sheet' },
		element('style:page-layout-properties', {
			'fo:page-width': `${lies ? A4.height : A4.width}mm`,
			'fo:page-height': `${lies ? A4.width : A4.height}mm`,
			'style:print-orientation': lies ? 'landscape' : 'portrait',
			'fo:margin': `${margin(model)}mm`,
		}),
		element('style:header-style', {}),
		element('style:footer-style', {}, element('style:header-footer-properties', { 'fo:min-height': '6mm', 'fo:margin-top': '4mm' })), // prettier-ignore
	);
}

function footer(model: DocumentModel): string {
	const labels = documentLabels[model.language];
	return element(
		'style:footer',
		{},
		element(
			'text:p',
			{ 'text:style-name': 'Footer' },
			characters(model.title.replace(/\s+/g, ' ')),
			`<text:tab/>${labels.page} <text:page-number text:select-page="current">1</text:page-number>`,
			` ${labels.of} <text:page-count>1</text:page-count>`,
		),
	);
}
