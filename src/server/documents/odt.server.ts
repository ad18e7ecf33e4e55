import type { DocumentModel } from '#ui/document/model.ts';
import { renderProcess } from './render-process.server.ts';

/**
 * A document as OpenDocument text, the open standard that Dutch governments use: language, real headings, repeated
 * table headers, captions, page numbers, and sources that can be clicked.
 * @throws DocumentRenderError
 */
export function renderOdt(model: DocumentModel): Promise<Uint8Array> {
	return renderProcess.render('odt', model);
}
