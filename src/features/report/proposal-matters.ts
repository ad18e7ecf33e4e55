import { wordFor } from '#locales/messages.ts';
import { words as glossary } from '#locales/words.ts';
import { bulletList, heading, numberedList, paragraph, strong } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate, formatList } from '#ui/format.ts';
import { decisionOf, textFor, type ProposalData, type ProposalWords } from './proposal.ts';
import { paragraphs, sentence } from './report-paragraphs.ts';
import { references } from './report-words.ts';

/** What the body is asked to decide. */
export function requestPart({ body, items, report }: ProposalData, { p }: ProposalWords): Block[] {
	return [
		heading(1, p.request, 'gevraagd'),
		paragraph(p.asked[body]),
		numberedList(
			p.adopt(items.length, report.areaName),
			...(body === 'college' ? [p.toCouncil] : [p.takeNote]),
		),
		bulletList(...items.map(({ title }) => [strong(title)])),
	];
}

/** Why it is asked now: who works together on what, and what the executive said before the council is asked. */
export function occasionPart(data: ProposalData, { p, language, words }: ProposalWords): Block[] {
	const { report, body, parties, items } = data;
	const names = parties.flatMap(({ id, name }) => (id === null ? [] : [name]));
	const goals = report.frame?.goals ?? '';
	const findings = new Set(items.flatMap(({ findings: own }) => own.map(({ id }) => id)));
	return [
		heading(1, p.occasion, 'aanleiding'),
		paragraph(
			p.trajectory(
				report.areaName,
				report.municipalityName,
				words.t.period(report.startYear, report.endYear),
			),
		),
		paragraph(names.length > 0 ? p.parties(formatList(names, language)) : p.noParties),
		...(goals ? [paragraph(p.goals), ...paragraphs(goals)] : [paragraph(p.noGoals)]),
		paragraph(p.counts(findings.size, words.numbers.size)),
		...(body === 'council' ? [paragraph(collegeLine(data, { p, language, words }))] : []),
	];
}

function collegeLine({ items }: ProposalData, { p, language }: ProposalWords): string {
	const lines = items.flatMap((item) => {
		const decision = decisionOf(item, 'college');
		return decision
			? [
					p.collegeDecided(
						formatDate(decision.decidedOn, language),
						wordFor(glossary[language].outcome, decision.outcome),
					),
				]
			: [];
	});
	return [...new Set(lines)].join(' ') || p.collegeNot;
}

/** What is going on: every item with the findings it answers, each with its sources. */
export function mattersPart(data: ProposalData, { p, words }: ProposalWords): Block[] {
	const sourcesOf = new Map(
		(data.report.analysis?.form.findings ?? []).map(({ id, sources }) => [id, sources]),
	);
	return [
		heading(1, p.matters, 'wat-er-speelt'),
		...data.items.flatMap((item, index) => [
			heading(2, `${index + 1}. ${item.title}`, `punt-${index + 1}`),
			...textBlocks(textFor(item, data.body), p),
			...(item.findings.length > 0
				? [
						paragraph(words.t.restsOn),
						bulletList(
							...item.findings.map(({ id, text }) => [
								sentence(text),
								' ',
								...references(sourcesOf.get(id) ?? [], words),
							]),
						),
					]
				: [paragraph(p.unknownFinding(item.title, sentence(item.withoutFindingReason)))]),
		]),
	];
}

function textBlocks(text: string, p: ProposalWords['p']): Block[] {
	return text ? paragraphs(text) : [paragraph(p.noText)];
}
