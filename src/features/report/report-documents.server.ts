import type { Language } from '#locales/messages.ts';
import { Failure } from '#kernel/failure.ts';
import { pagesOf } from '#server/documents/pdf.server.ts';
import { DocumentsBusyError } from '#server/documents/render-process.server.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { reportModel } from './report-model.ts';
import type { ReportDocument } from './report-version.schema.ts';
import type { ReportData } from './report.ts';
import type { SummaryKind } from './sections.ts';
import { fitSummary, type FittedSummary } from './summary-fit.ts';
import { summaryOf } from './summary-model.ts';

/** How many pages of paper there are for each summary. */
const pageLimits: Record<SummaryKind, number> = { council: 2, residents: 1 };

/** One of the documents that are made of a trajectory, in one language. Throws `documents.busy`. */
export async function documentOf(
	document: ReportDocument,
	data: ReportData,
	language: Language,
): Promise<DocumentModel> {
	if (document === 'report') return reportModel(data, language);
	return (await summaryFor(document, data, language)).model;
}

/** A summary, shortened to fit on its paper, as the typesetter measures it. Throws `documents.busy`. */
export async function summaryFor(
	kind: SummaryKind,
	data: ReportData,
	language: Language,
): Promise<FittedSummary> {
	const measure = (model: DocumentModel) => pagesOf(model, 'whole');
	try {
		return await fitSummary(summaryOf(kind, data, language), pageLimits[kind], measure);
	} catch (busy) {
		throw busy instanceof DocumentsBusyError ? new Failure('documents.busy', 503) : busy;
	}
}
