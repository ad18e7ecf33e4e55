import type { FrameworkDomain } from '#features/analysis/framework.schema.ts';
import type { Language } from '#locales/messages.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { domainBlocks } from './report-analysis.ts';
import type { ReportData } from './report.ts';
import type { ReportSection } from './report-sections.ts';
import { numberSources, reportWords } from './report-words.ts';

/** One domain as it stands in the report, from its heading to its summary, to measure how many pages it takes. */
export function domainDocument(
	data: ReportData,
	sections: readonly ReportSection[],
	domain: FrameworkDomain,
	language: Language,
): DocumentModel {
	const { numbers } = numberSources(data.analysis, sections);
	const words = reportWords(language, numbers);
	const markComposed = sections.some(({ written }) => written);
	return {
		title: domain.name[language],
		language,
		contents: false,
		blocks: domainBlocks(domain, { sections, words, markComposed }),
	};
}
