import type { AgendaItem, Decision } from '#features/agenda/agenda-item.queries.server.ts';
import type { AgendaEntry } from '#features/agenda/agenda.queries.server.ts';
import { wordFor } from '#locales/messages.ts';
import { words as glossary } from '#locales/words.ts';
import { bulletList, heading, paragraph, type InlineInput } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate } from '#ui/format.ts';
import { paragraphs, sentence } from './report-paragraphs.ts';
import { references, type ReportWords } from './report-words.ts';

/** What partners agreed to take up, what it rests on, and what college and council decided. */
export function agendaSection(
	items: readonly AgendaEntry[],
	/** The sources of each finding. */
	sourcesOf: ReadonlyMap<string, string[]>,
	words: ReportWords,
): Block[] {
	const { t } = words;
	if (items.length === 0) return [paragraph(t.noAgenda)];
	return items.flatMap((item, index) => [
		heading(2, `${index + 1}. ${item.title}`, `agendapunt-${index + 1}`),
		...paragraphs(item.text),
		...basisBlocks(item, sourcesOf, words),
		item.decisions.length === 0
			? paragraph(t.noDecision)
			: bulletList(...item.decisions.map((decision) => decisionLine(decision, words))),
	]);
}

function basisBlocks(
	item: AgendaEntry,
	sourcesOf: ReadonlyMap<string, string[]>,
	words: ReportWords,
): Block[] {
	const { t } = words;
	const lines = item.findings.map(({ id, text, isWithdrawn }): InlineInput[] => [
		sentence(text),
		...(isWithdrawn ? [t.withdrawn] : []),
		' ',
		...references(sourcesOf.get(id) ?? [], words),
	]);
	const hidden = item.hiddenFindings > 0 ? [paragraph(t.hiddenFindings(item.hiddenFindings))] : [];
	if (lines.length > 0) return [paragraph(t.restsOn), bulletList(...lines), ...hidden];
	return hidden.length > 0 ? hidden : [paragraph(withoutFinding(item, t))];
}

function withoutFinding({ withoutFindingReason }: AgendaItem, t: ReportWords['t']): string {
	return withoutFindingReason
		? t.withoutFinding(sentence(withoutFindingReason))
		: t.withoutFindingBare;
}

function decisionLine(one: Decision, { t, language }: ReportWords): InlineInput[] {
	const { body, outcome } = glossary[language];
	const line = t.decision(
		wordFor(body, one.body),
		formatDate(one.decidedOn, language),
		wordFor(outcome, one.outcome),
	);
	return [
		line.charAt(0).toUpperCase() + line.slice(1),
		...(one.reference ? [t.reference(one.reference)] : []),
		...(one.amendedText ? [t.amended(sentence(one.amendedText))] : []),
	];
}
