import type { DocumentModel } from '#ui/document/model.ts';
import { renderProcess } from './render-process.server.ts';

/**
 * A document as a Word file (OOXML): language, real heading styles, repeated table headers, captions,
 * page numbers, and sources that can be clicked.
 * @throws DocumentRenderError
 */
export function renderDocx(model: DocumentModel): Promise<Uint8Array> {
	return renderProcess.render('docx', model);
}
