import type { Criterion } from '#features/agenda/criteria.schema.ts';
import type { CriterionResult } from '#features/agenda/weighing.ts';
import { percentages } from '#features/agenda/weights.ts';
import { paragraph, table } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatList, formatNumber } from '#ui/format.ts';
import type { ReportData } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** What the parties together make of the findings, and how far they differ; only once the scoring is closed. */
export function weighingSection(
	{ criteria, weights, findings, isClosed }: NonNullable<ReportData['weighing']>,
	words: ReportWords,
): Block[] {
	const { t, language } = words;
	if (!isClosed) return [paragraph(t.weighingOpen)];
	const weighed = findings.filter(({ parties }) => parties > 0);
	if (weighed.length === 0) return [paragraph(t.noWeighing)];
	const share = percentages(weights);
	const names = criteria.map(
		({ id, name }) => `${name[language].toLowerCase()} (${share[id] ?? 0}%)`,
	);
	const left = findings.length - weighed.length;
	return [
		paragraph(t.weighingBasis(formatList(names, language))),
		table({
			caption: t.weighing,
			columns: [
				{ header: t.rank, align: 'end', width: 0.7 },
				{ header: t.finding, width: 4 },
				{ header: t.score, align: 'end', width: 0.9 },
				{ header: t.perCriterion, width: 4 },
				{ header: t.weighingParties, align: 'end', width: 1.3 },
			],
			rows: weighed.map(({ finding, rank, score, criteria: results, parties }) => [
				rank === null ? '–' : String(rank),
				finding.text,
				score === null ? '–' : formatNumber(score, language),
				results.flatMap((result) => criterionText(result, criteria, words) ?? []).join('; '),
				String(parties),
			]),
		}),
		...(left > 0 ? [paragraph(t.notWeighed(left))] : []),
	];
}

function criterionText(
	{ criterion, median, range }: CriterionResult,
	criteria: readonly Criterion[],
	{ language }: ReportWords,
): string | null {
	if (median === null || range === null) return null;
	const name = criteria.find(({ id }) => id === criterion)?.name[language] ?? criterion;
	const [low, high] = range;
	return `${name} ${formatNumber(median, language)} (${low === high ? low : `${low}–${high}`})`;
}
