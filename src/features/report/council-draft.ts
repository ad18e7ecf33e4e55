import { sourceCount, writersOf } from '#features/analysis/form.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import { wordFor } from '#locales/messages.ts';
import { summaryTexts } from '#locales/report-summaries.ts';
import { reportTexts } from '#locales/report.ts';
import { words as glossary } from '#locales/words.ts';
import { formatCount, formatDate, formatList } from '#ui/format.ts';
import { prioritiesDraft } from './draft-closing.ts';
import { ref, resting, themeNames, words, type Drafting, type DraftSentence, type SummaryDraft } from './draft-sentence.ts'; // prettier-ignore
import { findingRefs } from './draft-theme.ts';
import { unknownLines } from './unknown-lines.ts';
import type { CouncilPart } from './sections.ts';

/** A part of the summary for the council: each sentence from records, with what it rests on. */
export function councilDraft(part: CouncilPart, drafting: Drafting): SummaryDraft {
	return parts[part](drafting);
}

const parts: Record<CouncilPart, (drafting: Drafting) => SummaryDraft> = {
	situation,
	weight,
	proposal,
	basis,
	unknown,
};

const plain = (...texts: string[]): DraftSentence[] => texts.map((text) => resting(text, []));

/** How much was brought in by whom, and every finding, those that rest on most sources first. */
function situation(drafting: Drafting): SummaryDraft {
	const { data, t, language } = drafting;
	const own = summaryTexts[language].council;
	const period = reportTexts[language].period(data.startYear, data.endYear);
	const about = own.about(data.areaName, data.municipalityName, period);
	const form = data.analysis?.form;
	if (!form || form.findings.length === 0)
		return { lead: plain(about, t.broughtNothing), items: [] };
	const count = formatCount(form.findings.length, language, own.finding);
	const organisations = formatList(writersOf(form).map(({ name }) => name), language); // prettier-ignore
	const inOrder = form.findings.toSorted((one, other) => sourceCount(other) - sourceCount(one));
	return {
		lead: plain(about, own.findings(count, organisations)),
		items: inOrder.map((finding) => {
			const [theme = ''] = themeNames(drafting, finding.themes.slice(0, 1));
			const text = own.atTheme(theme, words(finding.text));
			return [resting(text, findingRefs(finding, drafting), finding.hiddenSources)];
		}),
	};
}

/** What people put first, with who chose it and why. */
function weight(drafting: Drafting): SummaryDraft {
	const items = prioritiesDraft(drafting).paragraphs.map(({ sentences }) => sentences);
	const isEmpty = (drafting.data.agenda?.priorities.length ?? 0) === 0;
	return isEmpty ? { lead: items.flat(), items: [] } : { lead: [], items };
}

/** The items of the agenda, with the last decision on each. */
function proposal({ data, t, language }: Drafting): SummaryDraft {
	const own = summaryTexts[language].council;
	const items = data.agenda?.items ?? [];
	if (items.length === 0) return { lead: plain(t.noItems), items: [] };
	const { body, outcome } = glossary[language];
	return {
		lead: plain(own.items),
		items: items.map((item) => {
			const last = item.decisions.toSorted((one, other) => other.decidedOn.localeCompare(one.decidedOn))[0]; // prettier-ignore
			const name = last && wordFor(body, last.body);
			return [
				resting(own.item(words(item.title)), [ref('agenda_item', item)]),
				...plain(
					last && name
						? own.decided(
								name.charAt(0).toUpperCase() + name.slice(1),
								formatDate(last.decidedOn, language),
								wordFor(outcome, last.outcome),
							)
						: own.undecided,
				),
			];
		}),
	};
}

/** How many sources of which kinds the analysis rests on, and where they are listed. */
function basis({ data, language }: Drafting): SummaryDraft {
	const own = summaryTexts[language].council;
	const form = data.analysis?.form;
	const cited = new Set(form?.findings.flatMap(({ sources }) => sources));
	const sources = data.analysis?.sources.filter(({ id }) => cited.has(id)) ?? [];
	if (sources.length === 0) return { lead: plain(own.noSources), items: [] };
	const kinds = [...Map.groupBy(sources, ({ kind }) => kind)]
		.map(([kind, list]) => `${wordFor(glossary[language].evidenceKind, kind)} (${list.length})`)
		.sort();
	const count = formatCount(sources.length, language, own.source);
	return { lead: plain(own.sources(count, formatList(kinds, language)), own.whereAll), items: [] };
}

/** What was not found out: in counts and names, and the questions that are open. */
function unknown(drafting: Drafting): SummaryDraft {
	const { data, language } = drafting;
	const own = summaryTexts[language].council;
	if (!data.analysis) return { lead: [], items: [] };
	const { openNeeds } = whatWeDoNotKnow(data.analysis.form);
	const lines = unknownLines(data.analysis.form, reportTexts[language], language);
	return {
		lead: plain(
			...(lines.length > 0 ? lines : [reportTexts[language].nothingUnknown]),
			...(openNeeds.length > 0 ? [own.openQuestions] : []),
		),
		items: openNeeds.map((need) => {
			const [theme = ''] = themeNames(drafting, [need.theme]);
			return [resting(own.question(theme, words(need.question)), [ref('knowledge_need', need)])];
		}),
	};
}
