import { isEmptyRow, writersOf, type FormRow } from '#features/analysis/form.ts';
import { reportTexts } from '#locales/report.ts';
import { formatCount, formatList } from '#ui/format.ts';
import { inSentence, paragraphsOf, resting, type DraftContent, type Drafting } from './draft-sentence.ts'; // prettier-ignore

/** What the report is about, what it sums up, by whom it was brought in, and how much of the form is filled. */
export function introductionDraft(rows: readonly FormRow[], drafting: Drafting): DraftContent {
	const { data, t, language } = drafting;
	const period = reportTexts[language].period(data.startYear, data.endYear);
	const opening = resting(t.about(data.areaName, data.municipalityName, period), []);
	if (!data.analysis) return paragraphsOf([opening]);
	const { form } = data.analysis;
	const entries = [
		[form.findings.length, t.findings],
		[form.provisions.length, t.provisions],
		[form.needs.length, t.needs],
	] as const;
	const counts = entries.flatMap(([count, noun]) =>
		count > 0 ? [formatCount(count, language, noun)] : [],
	);
	const organisations = writersOf(form).map(({ name }) => name);
	const filled = rows.filter((row) => !isEmptyRow(row)).length;
	return paragraphsOf(
		[opening, resting(t.framework(form.framework.name[language]), [])],
		counts.length === 0
			? [resting(t.broughtNothing, [])]
			: [
					resting(t.brought(formatList(counts, language), formatList(organisations, language)), []),
					resting(t.filled(filled, rows.length), []),
				],
	);
}

/** The criteria by which findings are weighed, each with its question. */
export function criteriaDraft({ data, t, language }: Drafting): DraftContent {
	const criteria = data.criteria ?? [];
	if (criteria.length === 0) return paragraphsOf([resting(t.noCriteria, [])]);
	const names = criteria.map(({ name }) => inSentence(name[language]));
	return paragraphsOf(
		[resting(t.criteria(formatList(names, language), criteria.length), [])],
		...criteria.map(({ name, question }) => [
			resting(t.criterion(name[language], question[language]), []),
		]),
	);
}
