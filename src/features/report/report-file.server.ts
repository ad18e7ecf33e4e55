import { error } from '@sveltejs/kit';
import { explain } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import type { Language } from '#locales/messages.ts';
import { renderDocx } from '#server/documents/docx.server.ts';
import { renderOdt } from '#server/documents/odt.server.ts';
import { renderPdf } from '#server/documents/pdf.server.ts';
import { DocumentsBusyError } from '#server/documents/render-process.server.ts';
import type { DocumentFormat } from '#server/documents/render-protocol.ts';
import { download } from '#server/http/download.ts';
import type { DocumentModel } from '#ui/document/model.ts';

const render = { pdf: renderPdf, docx: renderDocx, odt: renderOdt };

interface Asked {
	format: DocumentFormat;
	model: DocumentModel;
	/** The name of the file, without what follows the point. */
	name: string;
	/** The reader's, for when it cannot be made now. */
	language: Language;
}

/**
 * A document as a file to download. Where too many are being made already, the error page says to try again in a moment.
 */
export async function reportFile({ format, model, name, language }: Asked): Promise<Response> {
	const bytes = await unlessBusy(render[format](model), language);
	return download({ kind: format, bytes, name });
}

/** What was asked of the typesetter; the error page that says to try again in a moment where it has too much to do. */
export async function unlessBusy<T>(work: Promise<T>, language: Language): Promise<T> {
	try {
		return await work;
	} catch (busy) {
		const isBusy = busy instanceof Failure && busy.code === 'documents.busy';
		if (!isBusy && !(busy instanceof DocumentsBusyError)) throw busy;
		error(503, explain(new Failure('documents.busy', 503), language), { code: 'documents.busy' });
	}
}
