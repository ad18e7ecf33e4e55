import type { AnalysisForm } from '#features/analysis/form.ts';
import type { FrameworkDomain } from '#features/analysis/framework.schema.ts';
import { bulletList, emphasis, heading, paragraph } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatList } from '#ui/format.ts';
import type { ReportSection } from './report-sections.ts';
import type { ReportWords } from './report-words.ts';
import { unknownLines } from './unknown-lines.ts';
import { sectionBlocks, type Chapter } from './section-blocks.ts';

/** What goes on in the area, by domain and theme, each domain closed with its summarising analysis. */
export function analysisSection(form: AnalysisForm, chapter: Chapter): Block[] {
	const { t, language } = chapter.words;
	const { domains, name } = form.framework;
	const says = ({ place, isEmpty }: ReportSection) => place.kind === 'theme' && !isEmpty;
	if (!chapter.sections.some(says)) return [paragraph(t.noAnalysis)];
	return [
		paragraph(t.basis(name[language])),
		...domains.flatMap((domain) => domainBlocks(domain, chapter)),
	];
}

/** A domain as it stands in the report: what the format gives one or two pages. */
export function domainBlocks(domain: FrameworkDomain, chapter: Chapter): Block[] {
	const { t, language } = chapter.words;
	const own = chapter.sections.filter(({ place }) => place.domainId === domain.id);
	const empty = own.filter(({ isEmpty }) => isEmpty).map(({ place }) => place.name[language]);
	// Where a whole domain is empty, the line about its themes says it; a summary would say it again.
	const summarised = empty.length < domain.themes.length;
	return [
		heading(2, `${domain.id}. ${domain.name[language]}`, `domein-${domain.id}`),
		paragraph(emphasis(domain.goal[language])),
		...own
			.filter(({ place, isEmpty }) => place.kind === 'theme' && !isEmpty)
			.flatMap((section) => titled(section, section.place.name[language], chapter)),
		...(empty.length > 0 ? [paragraph(t.emptyThemes(formatList(empty, language)))] : []),
		...own
			.filter(({ place, written }) => place.kind === 'domain' && (summarised || written))
			.flatMap((section) => titled(section, t.domainSummary, chapter)),
	];
}

function titled(section: ReportSection, title: string, chapter: Chapter): Block[] {
	return [heading(3, title, section.place.slug), ...sectionBlocks(section, chapter)];
}

/** What the group does not know yet, in plain counts and names. */
export function unknownSection(form: AnalysisForm, { t, language }: ReportWords): Block[] {
	const lines = unknownLines(form, t, language);
	return [lines.length > 0 ? bulletList(...lines) : paragraph(t.nothingUnknown)];
}
