import type { DocumentModel } from '#ui/document/model.ts';
import { renderProcess } from './render-process.server.ts';

/**
 * A document as PDF/UA-1 (ISO 14289-1): tagged, with language, title, headings, table headers and
 * page numbers. The same document gives the same bytes. Characters that Source Sans 3 lacks (emoji,
 * Arabic, Chinese) are drawn as “□”.
 * @throws DocumentRenderError
 */
export function renderPdf(model: DocumentModel): Promise<Uint8Array> {
	return renderProcess.render('pdf', model);
}
