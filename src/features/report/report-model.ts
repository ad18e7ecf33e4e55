import type { Language } from '#locales/messages.ts';
import { roomTexts } from '#locales/rooms.ts';
import { blocks, heading, paragraph } from '#ui/document/build.ts';
import type { Block, DocumentModel } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import { agendaSection } from './report-agenda.ts';
import { analysisSection, unknownSection } from './report-analysis.ts';
import { frameSection } from './report-frame.ts';
import { planSection } from './report-plan.ts';
import { figuresSection, sourcesSection } from './report-sources.ts';
import { prioritiesSection, weighingSection } from './report-weighing.ts';
import { numberSources, reportWords, type ReportWords } from './report-words.ts';
import type { ReportData } from './report.ts';

/**
 * The report as a document in one language, after S1 appendix 2 and S0 §5 step 1. Says only what the data say: where a
 * part is empty it says so in a line, and a part that is not for this reader is not there.
 */
export function reportModel(data: ReportData, language: Language): DocumentModel {
	const { sources, numbers } = numberSources(data.analysis);
	const words = reportWords(language, numbers);
	const { t } = words;
	const { areaName, municipalityName, startYear, endYear } = data;
	const period = t.period(startYear, endYear);
	const notes = [
		data.exampleSource && `${roomTexts[language].example}.`,
		data.onlyParts && t.onlyPublic,
	].filter(Boolean);
	return {
		title: t.title(areaName),
		subtitle: period,
		language,
		date: formatDate(data.day, language),
		author: t.author(municipalityName),
		...(notes.length > 0 ? { note: notes.join(' ') } : {}),
		blocks: blocks(
			part(t.frame, 'kader', [
				paragraph(t.areaAndPeriod(areaName, municipalityName, period)),
				...(data.frame ? frameSection(data.frame, words) : []),
			]),
			data.analysis !== null && [
				...part(t.analysis, 'analyse', analysisSection(data.analysis.form, words)),
				...part(t.unknown, 'niet-bekend', unknownSection(data.analysis.form, words)),
				...part(t.figures, 'cijfers', figuresSection(sources, words)),
			],
			data.weighing !== null && part(t.weighing, 'weging', weighingSection(data.weighing, words)),
			data.agenda !== null && agendaParts(data, words),
			data.plan !== null && part(t.plan, 'plan', planSection(data.plan, words)),
			data.analysis !== null && part(t.sources, 'bronnen', sourcesSection(sources, words)),
			saysNoMore(data) && [paragraph(t.nothingMore)],
		),
	};
}

function part(title: string, id: string, content: readonly Block[]): Block[] {
	return [heading(1, title, id), ...content];
}

function agendaParts({ agenda, analysis }: ReportData, words: ReportWords): Block[] {
	if (!agenda) return [];
	const findings = analysis?.form.findings ?? [];
	const texts = new Map(findings.map(({ id, text }) => [id, text]));
	const sourcesOf = new Map(findings.map((finding) => [finding.id, finding.sources]));
	const { t } = words;
	return [
		...part(t.priorities, 'speerpunten', prioritiesSection(agenda.priorities, texts, words)),
		...part(t.agenda, 'agenda', agendaSection(agenda.items, sourcesOf, words)),
	];
}

function saysNoMore({ analysis, agenda, plan }: ReportData): boolean {
	return analysis === null && agenda === null && plan === null;
}
