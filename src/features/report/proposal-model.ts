import type { Language } from '#locales/messages.ts';
import type { ProposalTexts } from '#locales/proposal.ts';
import { roomTexts } from '#locales/rooms.ts';
import { heading, paragraph } from '#ui/document/build.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import {
	communicationPart,
	consequencesPart,
	followUpPart,
	resolutionPart,
} from './proposal-follow-up.ts';
import { mattersPart, occasionPart, requestPart } from './proposal-matters.ts';
import { considerationsPart, unknownPart } from './proposal-support.ts';
import { decisionOf, proposalWords, type ProposalData } from './proposal.ts';
import { sourcesSection } from './report-sources.ts';
import { reportWords } from './report-words.ts';

/**
 * The proposal to one body as a document (S0 §5 step 3: the executive weighs, the council consents). Composed by plain
 * rules from what was recorded; what is empty is said to be, nothing is made up.
 */
export function proposalModel(data: ProposalData, language: Language): DocumentModel {
	const sources = citedSources(data);
	const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
	const words = reportWords(language, numbers);
	const say = proposalWords(words);
	const { p } = say;
	const { report, body } = data;
	const note = [
		report.exampleSource && `${roomTexts[language].example}.`,
		`${standing(data, p, language)}.`,
	].filter(Boolean);
	return {
		title: p.documentTitle[body](report.areaName),
		subtitle: words.t.period(report.startYear, report.endYear),
		language,
		date: formatDate(report.day, language),
		author: words.t.author(report.municipalityName),
		note: note.join(' '),
		blocks:
			data.items.length === 0
				? [paragraph(p.noItems)]
				: [
						...requestPart(data, say),
						...occasionPart(data, say),
						...mattersPart(data, say),
						...considerationsPart(data, say),
						...unknownPart(data, say),
						...consequencesPart(data, say),
						...communicationPart(data, say),
						...followUpPart(data, say),
						...resolutionPart(data, say),
						heading(1, words.t.sources, 'bronnen'),
						...sourcesSection(sources, words),
					],
	};
}

/** A draft until this body decided on every item in it. */
function standing({ items, body }: ProposalData, p: ProposalTexts, language: Language): string {
	const decisions = items.map((item) => decisionOf(item, body));
	const last = decisions.at(-1);
	return last && decisions.every(Boolean)
		? p.decided(formatDate(last.decidedOn, language))
		: p.draft;
}

/** The sources of the findings that the chosen items answer, in the order in which a reader meets them. */
function citedSources({ items, report }: ProposalData) {
	const findings = new Map((report.analysis?.form.findings ?? []).map((one) => [one.id, one]));
	const byId = new Map((report.analysis?.sources ?? []).map((one) => [one.id, one]));
	const ids = items.flatMap((item) =>
		item.findings.flatMap(({ id }) => findings.get(id)?.sources ?? []),
	);
	return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
