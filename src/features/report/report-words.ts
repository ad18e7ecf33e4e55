import type { Language } from '#locales/messages.ts';
import { reportTexts, type ReportTexts } from '#locales/report.ts';
import type { SourceInFull } from '#features/evidence/evidence-lines.server.ts';
import type { AnalysisForm } from '#features/analysis/form.ts';
import { source } from '#ui/document/build.ts';
import type { ReportSection } from './report-sections.ts';
import { sentencesOf } from './section-records.ts';
import type { Inline } from '#ui/document/model.ts';

/** What every section of the report needs: the language with its texts, and which source has which number. */
export interface ReportWords {
	language: Language;
	t: ReportTexts;
	numbers: ReadonlyMap<string, number>;
}

/**
 * Numbers the sources in the order in which a reader meets them: by section as it reads, then what other parts of the
 * report rest on. Gives them in that order.
 */
export function numberSources(
	analysis: { form: AnalysisForm; sources: readonly SourceInFull[] } | null,
	sections: readonly ReportSection[],
): { sources: SourceInFull[]; numbers: Map<string, number> } {
	if (!analysis) return { sources: [], numbers: new Map() };
	const byId = new Map(analysis.sources.map((one) => [one.id, one]));
	const told = sections.flatMap(({ content }) => sentencesOf(content)).flatMap(({ refs }) => refs);
	const ids = new Set([
		...told.flatMap(({ kind, id }) => (kind === 'evidence' ? [id] : [])),
		...analysis.form.findings.flatMap((finding) => finding.sources),
	]);
	const sources = [...ids].flatMap((id) => byId.get(id) ?? []);
	return { sources, numbers: new Map(sources.map(({ id }, index) => [id, index + 1])) };
}

/** The references to these sources: [1][4]. */
export function references(ids: readonly string[], { numbers }: ReportWords): Inline[] {
	return ids
		.flatMap((id) => numbers.get(id) ?? [])
		.toSorted((one, other) => one - other)
		.map(source);
}

/** The texts of a language, with the numbers of the sources. */
export function reportWords(language: Language, numbers: ReadonlyMap<string, number>): ReportWords {
	return { language, t: reportTexts[language], numbers };
}
