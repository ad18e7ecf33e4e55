import { momentName } from '#features/agenda/moment-text.ts';
import { wordFor } from '#locales/messages.ts';
import { momentTexts } from '#locales/moments.ts';
import { words as glossary } from '#locales/words.ts';
import { bulletList, heading, numberedList, paragraph, strong, table } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { formatDate, formatList } from '#ui/format.ts';
import { decisionOf, textFor, type ProposalData, type ProposalWords } from './proposal.ts';
import { meansText, totalText } from './report-plan.ts';
import { paragraphs } from './report-paragraphs.ts';

/** What it costs, as far as that is known: unknown means are said to be so. */
export function consequencesPart(data: ProposalData, { p, words }: ProposalWords): Block[] {
	const chosen = new Set(data.items.map(({ id }) => id));
	const approaches = (data.report.plan?.approaches ?? []).filter(({ agendaItemIds }) =>
		agendaItemIds.some((id) => chosen.has(id)),
	);
	const total = totalText(
		approaches.flatMap(({ means }) => means),
		words,
	);
	const rows = data.items.flatMap(({ id, title }) => {
		const own = approaches.filter(({ agendaItemIds }) => agendaItemIds.includes(id));
		if (own.length === 0) return [[title, p.noApproach, p.noMeans]];
		return own.map((approach) => [
			title,
			approach.title,
			approach.means.map((means) => meansText(means, words)).join('; ') || p.noMeans,
		]);
	});
	return [
		heading(1, p.consequences, 'gevolgen'),
		table({
			caption: p.means,
			columns: [
				{ header: p.item, width: 2 },
				{ header: p.approach, width: 2 },
				{ header: p.meansColumn, width: 2 },
			],
			rows,
			headerColumn: true,
		}),
		...(total ? [paragraph(strong(p.total), ` ${total}`)] : []),
	];
}

/** Who hears of it, and what everybody can read. */
export function communicationPart(
	{ publicParts }: ProposalData,
	{ p, language }: ProposalWords,
): Block[] {
	const names = publicParts.map((part) => wordFor(p.parts, part));
	return [
		heading(1, p.communication, 'communicatie'),
		paragraph(p.told),
		paragraph(names.length > 0 ? p.publicParts(formatList(names, language)) : p.notPublic),
	];
}

/** When it comes back, from the calendar of moments with politics. */
export function followUpPart({ moments }: ProposalData, { p, language }: ProposalWords): Block[] {
	const m = momentTexts[language];
	const calendar =
		moments.length === 0
			? paragraph(p.noMoments)
			: table({
					caption: p.moments,
					columns: [
						{ header: p.when, width: 1.4 },
						{ header: p.withWhom, width: 2 },
						{ header: p.whatFor, width: 2 },
						{ header: p.state, width: 1.2 },
					],
					rows: moments.map((moment) => [
						moment.heldOn ? formatDate(moment.heldOn, language) : p.noDate,
						momentName(moment, language),
						[m.purposes[moment.purpose], moment.about].filter(Boolean).join(': '),
						m.states[moment.state],
					]),
				});
	return [heading(1, p.followUp, 'vervolg'), calendar, paragraph(p.yearly)];
}

/** The text of the decision itself: as proposed, or as it was taken. */
export function resolutionPart(data: ProposalData, { p, language }: ProposalWords): Block[] {
	const { body, items, report } = data;
	return [
		heading(1, p.resolution[body], 'besluit'),
		paragraph(p.resolved[body](report.municipalityName)),
		paragraph(p.read[body](report.areaName)),
		paragraph(strong(p.decides)),
		numberedList(
			...items.map(({ title }) => [p.adoptItem(title)]),
			...(body === 'college' ? [p.toCouncil] : []),
		),
		...items.flatMap((item, index): Block[] => {
			const decision = decisionOf(item, body);
			const text = decision?.outcome === 'amended' ? decision.amendedText : textFor(item, body);
			return [
				heading(2, `${index + 1}. ${item.title}`, `besluit-${index + 1}`),
				...(decision
					? [paragraph(p.taken(wordFor(glossary[language].outcome, decision.outcome)))]
					: []),
				...(decision?.outcome === 'amended' ? [paragraph(p.amendedTo)] : []),
				...(text ? paragraphs(text) : [paragraph(p.noText)]),
				...(decision?.reason ? [bulletList(decision.reason)] : []),
			];
		}),
		paragraph(p.signing),
	];
}
