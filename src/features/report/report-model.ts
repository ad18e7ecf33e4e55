import type { Language } from '#locales/messages.ts';
import { roomTexts } from '#locales/rooms.ts';
import { blocks, heading, paragraph } from '#ui/document/build.ts';
import type { Block, DocumentModel } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import { agendaSection } from './report-agenda.ts';
import { analysisSection, unknownSection } from './report-analysis.ts';
import { conclusionBlocks } from './report-conclusions.ts';
import { frameSection } from './report-frame.ts';
import { planSection } from './report-plan.ts';
import { figuresSection, sourcesSection } from './report-sources.ts';
import { weighingSection } from './report-weighing.ts';
import { numberSources, reportWords, type ReportWords } from './report-words.ts';
import { reportSections } from './report-sections.ts';
import { sectionBlocks, type Chapter } from './section-blocks.ts';
import type { ReportData } from './report.ts';

/**
 * The report as a document in one language, after S1 appendix 2 and S0 §5 step 1. Says what people wrote, and where
 * nobody wrote yet only what the data say: where a part is empty it says so in a line, and a part that is not for this
 * reader is not there.
 */
export function reportModel(data: ReportData, language: Language): DocumentModel {
	const sections = reportSections(data, language);
	const { sources, numbers } = numberSources(data.analysis, sections);
	const words = reportWords(language, numbers);
	const { t } = words;
	const isWritten = sections.some(({ written }) => written);
	const notes = [
		data.exampleSource && `${roomTexts[language].example}.`,
		data.onlyParts && t.onlyPublic,
		sections.length > 0 && !isWritten && t.allComposed,
	].filter(Boolean);
	const chapter = { sections, words, markComposed: isWritten };
	const domains = data.analysis?.form.framework.domains ?? [];
	return {
		title: t.title(data.areaName),
		subtitle: t.period(data.startYear, data.endYear),
		language,
		date: formatDate(data.day, language),
		author: t.author(data.municipalityName),
		...(notes.length > 0 ? { note: notes.join(' ') } : {}),
		blocks: blocks(
			opening('introduction', chapter),
			frameChapter(data, words),
			opening('criteria', chapter),
			data.analysis !== null && [
				...part(t.analysis, 'analyse', analysisSection(data.analysis.form, chapter)),
				...part(t.unknown, 'niet-bekend', unknownSection(data.analysis.form, words)),
				...part(t.figures, 'cijfers', figuresSection(sources, words)),
			],
			data.weighing !== null && part(t.weighing, 'weging', weighingSection(data.weighing, words)),
			sections.length > 0 && part(t.conclusions, 'conclusies', conclusionBlocks(domains, chapter)),
			data.agenda !== null && agendaChapter(data, words),
			data.plan !== null && part(t.plan, 'plan', planSection(data.plan, words)),
			data.analysis !== null && part(t.sources, 'bronnen', sourcesSection(sources, words)),
			saysNoMore(data) && [paragraph(t.nothingMore)],
		),
	};
}

function part(title: string, id: string, content: readonly Block[]): Block[] {
	return [heading(1, title, id), ...content];
}

/** A section that is a chapter of its own. */
function opening(kind: 'introduction' | 'criteria', chapter: Chapter): Block[] {
	const { language } = chapter.words;
	return chapter.sections
		.filter(({ place }) => place.kind === kind)
		.flatMap((section) =>
			part(section.place.name[language], section.place.slug, sectionBlocks(section, chapter)),
		);
}

function frameChapter({ frame, analysis, ...data }: ReportData, words: ReportWords): Block[] {
	const { t } = words;
	const period = t.period(data.startYear, data.endYear);
	// Else the introduction says it.
	const about = analysis === null ? [paragraph(t.areaAndPeriod(data.areaName, data.municipalityName, period))] : []; // prettier-ignore
	const content = [...about, ...(frame ? frameSection(frame, words) : [])];
	return content.length > 0 ? part(t.frame, 'kader', content) : [];
}

function agendaChapter({ agenda, analysis }: ReportData, words: ReportWords): Block[] {
	if (!agenda) return [];
	const findings = analysis?.form.findings ?? [];
	const sourcesOf = new Map(findings.map((finding) => [finding.id, finding.sources]));
	return part(words.t.agenda, 'agenda', agendaSection(agenda.items, sourcesOf, words));
}

function saysNoMore({ analysis, agenda, plan }: ReportData): boolean {
	return analysis === null && agenda === null && plan === null;
}
