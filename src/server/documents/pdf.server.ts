import { createHash } from 'node:crypto';
import type { DocumentModel } from '#ui/document/model.ts';
import { renderProcess } from './render-process.server.ts';
import type { MeasuredPart } from './render-protocol.ts';

/**
 * A document as PDF/UA-1 (ISO 14289-1): tagged, with language, title, headings, table headers and
 * page numbers. The same document gives the same bytes. Characters that Source Sans 3 lacks (emoji,
 * Arabic, Chinese) are drawn as “□”.
 * @throws DocumentRenderError
 */
export function renderPdf(model: DocumentModel): Promise<Uint8Array> {
	return renderProcess.render('pdf', model);
}

/**
 * How many pages the blocks of a document take, set as in the PDF from the top of a page on: 0.8 is eight tenths of one.
 * `whole` has its title above them.
 * The same document is measured once.
 * @throws DocumentRenderError, DocumentsBusyError
 */
export function pagesOf(model: DocumentModel, part: MeasuredPart = 'blocks'): Promise<number> {
	const key = createHash('sha256')
		.update(JSON.stringify([part, model]))
		.digest('base64');
	const known = measured.get(key);
	if (known) return known;
	const pages = renderProcess.measure(model, part);
	if (measured.size >= mostMeasured) measured.delete(measured.keys().next().value as string);
	measured.set(key, pages);
	// What failed is tried again.
	pages.catch(() => measured.delete(key));
	return pages;
}
const measured = new Map<string, Promise<number>>();
const mostMeasured = 500;
