import type { Language } from '#locales/messages.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { reportModel } from './report-model.ts';
import type { ReportDocument } from './report-version.schema.ts';
import type { ReportData } from './report.ts';

/** One of the documents that are made of a trajectory, in one language. */
export function documentOf(
	document: ReportDocument,
	data: ReportData,
	language: Language,
): DocumentModel {
	switch (document) {
		case 'report':
		case 'council':
		case 'residents':
			return reportModel(data, language);
	}
}
