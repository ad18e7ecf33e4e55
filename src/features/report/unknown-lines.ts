import type { AnalysisForm, FormRow } from '#features/analysis/form.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import type { Language } from '#locales/messages.ts';
import type { ReportTexts } from '#locales/report.ts';
import { formatList } from '#ui/format.ts';

/** What is not known yet, a sentence for each way of not knowing; none where no blank spot was found. */
export function unknownLines(form: AnalysisForm, t: ReportTexts, language: Language): string[] {
	const unknown = whatWeDoNotKnow(form);
	const names = (rows: FormRow[]) =>
		formatList(
			rows.map(({ theme }) => theme.name[language]),
			language,
		);
	return [
		unknown.emptyThemes.length > 0 && t.unknownEmpty(names(unknown.emptyThemes)),
		unknown.professionalsOnly.length > 0 && t.unknownVoices(names(unknown.professionalsOnly)),
		unknown.withoutSource.length > 0 && t.unknownSources(unknown.withoutSource.length),
		unknown.oneKind.length > 0 && t.unknownOneKind(unknown.oneKind.length),
		unknown.openNeeds.length > 0 && t.unknownNeeds(unknown.openNeeds.length),
	].filter((line) => line !== false);
}
