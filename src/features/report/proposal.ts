import type { AgendaEntry } from '#features/agenda/agenda.queries.server.ts';
import { textBefore } from '#features/agenda/decision-text.ts';
import type { Body } from '#features/agenda/decision.schema.ts';
import type { PoliticalMoment } from '#features/agenda/moment.queries.server.ts';
import type { SupportParty, Support } from '#features/agenda/support.ts';
import type { Language } from '#locales/messages.ts';
import { proposalTexts, type ProposalTexts } from '#locales/proposal.ts';
import type { ReportWords } from './report-words.ts';
import type { ReportData } from './report.ts';

/** Everything that a proposal is made from: the report's data, of the items that were chosen, with support and calendar. */
export interface ProposalData {
	body: Body;
	report: ReportData;
	items: AgendaEntry[];
	parties: SupportParty[];
	/** By agenda item. */
	support: ReadonlyMap<string, Support>;
	moments: PoliticalMoment[];
	publicParts: readonly string[];
}

/** What every part of a proposal needs. */
export interface ProposalWords {
	p: ProposalTexts;
	language: Language;
	/** The report's own words, with the numbers of the sources. */
	words: ReportWords;
}

export function proposalWords(words: ReportWords): ProposalWords {
	const { language } = words;
	return { p: proposalTexts[language], language, words };
}

/** The decision of this body about an item, the latest. */
export function decisionOf(item: AgendaEntry, body: Body) {
	return item.decisions.findLast((decision) => decision.body === body) ?? null;
}

/** The text that lies before this body: of the council, as the executive amended it. */
export function textFor(item: AgendaEntry, body: Body): string {
	return textBefore(
		item,
		item.decisions.filter((decision) => body === 'council' && decision.body === 'college'),
	);
}
