import { strToU8, zipSync } from 'fflate';
import type { DocumentModel } from '#ui/document/model.ts';
import { contentXml } from './odt-content.ts';
import { odtContext } from './odt-inline.ts';
import { stylesXml } from './odt-style.ts';
import { element, NAMESPACES, plain, XML_HEAD } from './odt-xml.ts';

const MIME = 'application/vnd.oasis.opendocument.text';
/** Zip has no time before 1980; the same document gives the same bytes. */
const NO_TIME = new Date(1980, 0, 2);

/**
 * A document as the bytes of an OpenDocument text (ODF 1.3, ISO/IEC 26300 and its successors), in this very process:
 * use `renderOdt`, which keeps the work out of the server.
 */
export function compileOdt(model: DocumentModel): Uint8Array {
	const parts = {
		'META-INF/manifest.xml': manifest,
		'content.xml': contentXml(odtContext(model)),
		'styles.xml': stylesXml(model),
		'meta.xml': metaXml(model),
	};
	const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
	return zipSync(
		// First and not compressed, so that a file says what it is at a fixed place (ODF 1.3 part 2, §3.3).
		{ mimetype: [strToU8(MIME), { level: 0 }], ...Object.fromEntries(files) },
		{ mtime: NO_TIME },
	);
}

const entry = (path: string, type: string) =>
	element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });

const manifest =
	XML_HEAD +
	element(
		'manifest:manifest',
		{
			'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
			'manifest:version': '1.3',
		},
		element('manifest:file-entry', {
			'manifest:full-path': '/',
			'manifest:version': '1.3',
			'manifest:media-type': MIME,
		}),
		entry('content.xml', 'text/xml'),
		entry('styles.xml', 'text/xml'),
		entry('meta.xml', 'text/xml'),
	);

function metaXml({ title, subtitle, author, language }: DocumentModel): string {
	const optional = (name: string, text: string | undefined) =>
		text ? element(name, {}, plain(text)) : '';
	const facts = [
		element('meta:generator', {}, 'Wijkagenda'),
		element('dc:title', {}, plain(title)),
		optional('dc:description', subtitle),
		optional('dc:creator', author),
		element('dc:language', {}, language === 'nl' ? 'nl-NL' : 'en-GB'),
	];
	return (
		XML_HEAD + element('office:document-meta', NAMESPACES, element('office:meta', {}, ...facts))
	);
}
