import type { Means } from '#features/execution/means.queries.server.ts';
import type { PlanEntry } from '#features/execution/plan.queries.server.ts';
import { totalsOf } from '#features/execution/totals.ts';
import { wordFor } from '#locales/messages.ts';
import { words as glossary } from '#locales/words.ts';
import { definitionList, heading, paragraph, strong } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate, formatEuro, formatList, formatNumber } from '#ui/format.ts';
import { periodText } from './period-text.ts';
import { paragraphs } from './report-paragraphs.ts';
import type { ReportData } from './report.ts';
import type { ReportWords } from './report-words.ts';

/** Who does what with which means for which result, and how it goes. */
export function planSection(
	{ approaches, items }: NonNullable<ReportData['plan']>,
	words: ReportWords,
): Block[] {
	const { t } = words;
	if (approaches.length === 0) return [paragraph(t.noPlan)];
	const titles = new Map(items.map(({ id, title }) => [id, title]));
	const total = totalText(
		approaches.flatMap(({ means }) => means),
		words,
	);
	return [
		...approaches.flatMap((one, index) => [
			heading(2, one.title, `aanpak-${index + 1}`),
			...paragraphs(one.text),
			definitionList(...factsOf(one, titles, words)),
		]),
		...(total ? [paragraph(strong(`${t.total}: `), total)] : []),
	];
}

function factsOf(
	one: PlanEntry,
	titles: ReadonlyMap<string, string>,
	words: ReportWords,
): [string, string][] {
	const { t, language } = words;
	const facts: [string, string | null][] = [
		[t.kind, wordFor(glossary[language].approachKind, one.kind)],
		[
			t.forItem,
			formatList(
				one.agendaItemIds.flatMap((id) => titles.get(id) ?? []),
				language,
			),
		],
		[t.intended, one.intendedResult],
		[t.responsible, one.responsibleName ?? t.notAgreed],
		[
			t.takingPart,
			formatList(
				one.takingPart.map(({ name }) => name),
				language,
			),
		],
		[t.when, periodText(one.starts, one.ends, language) ?? t.noDate],
		[t.indicator, indicatorText(one, words)],
		[t.means, one.means.map((means) => meansText(means, words)).join('; ') || t.noMeans],
		[t.progress, progressText(one, words)],
	];
	return facts.flatMap(([term, text]) => (text ? [[term, text] as [string, string]] : []));
}

function indicatorText(one: PlanEntry, { t }: ReportWords): string {
	return [
		one.indicator,
		one.baseline && t.baseline(one.baseline),
		one.target && t.target(one.target),
		one.indicatorSource && t.measuredBy(one.indicatorSource),
	]
		.filter(Boolean)
		.join('; ');
}

/** A sum or hours with who gives it; an unknown amount says so. */
export function meansText(
	{ kind, cents, hours, financier, note }: Means,
	{ t, language }: ReportWords,
) {
	const amount =
		kind === 'money'
			? cents === null
				? t.unknownAmount
				: formatEuro(cents, language)
			: hours === null
				? t.unknownHours
				: t.hours(formatNumber(hours, language, 2));
	return [amount, financier, note].filter(Boolean).join(', ');
}

function progressText({ progress: [latest] }: PlanEntry, { t, language }: ReportWords): string {
	if (!latest) return t.noProgress;
	const { status, text, measured, reportedOn } = latest;
	return [
		`${wordFor(glossary[language].progressStatus, status)} (${formatDate(reportedOn, language)})`,
		text,
		measured,
	]
		.filter(Boolean)
		.join('; ');
}

/** What is known of all means together, and of how many it is not; '' when there are none. */
export function totalText(means: readonly Means[], { t, language }: ReportWords): string {
	const { cents, moneyKnown, moneyUnknown, hours, hoursKnown } = totalsOf(means);
	return [
		moneyKnown > 0 && formatEuro(cents, language),
		moneyUnknown > 0 && t.moneyUnknown(moneyUnknown),
		hoursKnown > 0 && t.hours(formatNumber(hours, language, 2)),
	]
		.filter(Boolean)
		.join('; ');
}
