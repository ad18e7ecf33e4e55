import { error } from '@sveltejs/kit';
import { explain } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import type { Language } from '#locales/messages.ts';
import { renderDocx } from '#server/documents/docx.server.ts';
import { renderOdt } from '#server/documents/odt.server.ts';
import { renderPdf } from '#server/documents/pdf.server.ts';
import { DocumentsBusyError } from '#server/documents/render-process.server.ts';
import type { DocumentFormat } from '#server/documents/render-protocol.ts';
import type { DocumentModel } from '#ui/document/model.ts';

const render = { pdf: renderPdf, docx: renderDocx, odt: renderOdt };

const types: Record<DocumentFormat, string> = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	odt: 'application/vnd.oasis.opendocument.text',
};

interface Asked {
	format: DocumentFormat;
	model: DocumentModel;
	/** The name of the file, without what follows the point. */
	name: string;
	/** The reader's, for when it cannot be made now. */
	language: Language;
}

/**
 * A document as a file to download. What is in it depends on who asks, so nobody in between may keep it. Where too many
 * are being made already, the error page says to try again in a moment.
 */
export async function reportFile({ format, model, name, language }: Asked): Promise<Response> {
	const bytes = await made(render[format](model), language);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[format],
			'content-disposition': `attachment; filename="${name}.${format}"`,
			'cache-control': 'private, no-store',
		},
	});
}

async function made(work: Promise<Uint8Array>, language: Language): Promise<Uint8Array> {
	try {
		return await work;
	} catch (busy) {
		if (!(busy instanceof DocumentsBusyError)) throw busy;
		error(503, explain(new Failure('documents.busy', 503), language), { code: 'documents.busy' });
	}
}
