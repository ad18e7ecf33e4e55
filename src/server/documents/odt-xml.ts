import { xmlText } from './xml-text.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML element; attributes without a value are left out. Its children are XML already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
		.join('');
	const content = children.join('');
	return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A text as XML, its line ends and tabs as they are: for metadata. */
export const plain = (text: string): string => escaped(xmlText(text));

/**
 * A text within a paragraph. White space is collapsed in ODF, so line ends, tabs and further spaces are elements
 * (OpenDocument 1.3 part 3, §6.1.2–6.1.5).
 */
export function characters(text: string): string {
	return escaped(xmlText(text))
		.replaceAll('\t', '<text:tab/>')
		.replaceAll('\n', '<text:line-break/>')
		.replace(/^ +| +$| {2,}/g, (spaces) => element('text:s', { 'text:c': spaces.length }));
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The namespaces that our files use, and the version they follow. */
export const NAMESPACES = {
	'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
	'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
	'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
	'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
	'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
	'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
	'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
	'xmlns:xlink': 'http://www.w3.org/1999/xlink',
	'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
	'office:version': '1.3',
};
