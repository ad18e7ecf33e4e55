import type { Standpoint, Support } from '#features/agenda/support.ts';
import { agreementTexts } from '#locales/agreement.ts';
import { chainTexts } from '#locales/chain.ts';
import { wordFor } from '#locales/messages.ts';
import { formatList } from '#ui/format.ts';
import { bulletList, heading, paragraph, quote, strong, table } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import type { ProposalData, ProposalWords } from './proposal.ts';
import { agreementSentences } from './report-agreement.ts';
import { sentence } from './report-paragraphs.ts';

/** How the items were weighed and chosen, and what parties and residents find of them; against in their own words. */
export function considerationsPart(data: ProposalData, say: ProposalWords): Block[] {
	const { p } = say;
	return [
		heading(1, p.considerations, 'afwegingen'),
		bulletList(
			...data.items.map((item) => [
				strong(sentence(item.title)),
				` ${weighingLine(data, item.findingIds, say)} ${priorityLine(data, item.findingIds, say)}`,
			]),
		),
		heading(2, p.support, 'draagvlak'),
		...supportTable(data, say),
		heading(2, p.againstAndRemarks, 'tegen'),
		...voices(data, say),
	];
}

function weighingLine(
	{ report }: ProposalData,
	findingIds: string[],
	{ p }: ProposalWords,
): string {
	const ranked = (report.weighing?.findings ?? []).filter(({ rank }) => rank !== null);
	const [best] = ranked
		.filter(({ finding }) => findingIds.includes(finding.id))
		.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
	if (!best) return p.notWeighed;
	return p.weighing(p.place(best.rank ?? 0, ranked.length, best.tied), best.parties);
}

function priorityLine(
	{ report }: ProposalData,
	findingIds: string[],
	{ p, language }: ProposalWords,
): string {
	const chosen = (report.agenda?.priorities ?? []).filter(({ findingId }) =>
		findingIds.includes(findingId),
	);
	if (chosen.length === 0) return p.noPriority;
	return chosen
		.map(({ reason, chosenBy, chosenByNote, agreements }) => {
			const who = wordFor(chainTexts[language].choosers, chosenBy);
			const chose = p.priority(sentence(reason), [who, chosenByNote].filter(Boolean).join(': '));
			return [chose, ...agreementSentences(agreements, language)].filter(Boolean).join(' ');
		})
		.join(' ');
}

function supportTable({ items, parties, support }: ProposalData, say: ProposalWords): Block[] {
	const { p, language } = say;
	const a = agreementTexts[language];
	const known = items.some(({ id }) => support.get(id)?.cells.some((cell) => cell.standpoint));
	if (!known) return [paragraph(p.noSupport)];
	// Parties down and items across, by number: names of parties are long, numbers of items short.
	return [
		table({
			caption: p.supportCaption,
			columns: [
				{ header: p.party, width: 2 },
				...items.map((_, index) => ({ header: String(index + 1) })),
			],
			rows: parties.map(({ id, name }) => [
				name || a.residents,
				...items.map((item) => viewText(cellOf(support.get(item.id), id), say)),
			]),
			headerColumn: true,
		}),
	];
}

function cellOf(support: Support | undefined, party: string | null): Standpoint | null {
	return support?.cells.find((cell) => cell.party.id === party)?.standpoint ?? null;
}

function viewText(standpoint: Standpoint | null, { p, language }: ProposalWords): string {
	const a = agreementTexts[language];
	if (!standpoint) return a.unknown;
	const view = a.views[standpoint.view];
	return standpoint.onEarlierText ? `${view} (${p.earlier})` : view;
}

function voices({ items, support }: ProposalData, say: ProposalWords): Block[] {
	const { p, language } = say;
	const a = agreementTexts[language];
	const blocks = items.flatMap((item, index) => {
		const cells = (support.get(item.id)?.cells ?? []).filter(
			({ standpoint }) => standpoint?.view === 'against' || standpoint?.view === 'remark',
		);
		if (cells.length === 0) return [];
		return [
			heading(3, `${index + 1}. ${item.title}`, `tegen-${index + 1}`),
			...cells.flatMap(({ party, standpoint }) =>
				standpoint
					? [
							quote(
								standpoint.reason,
								p.saidBy(
									[party.name || a.residents, gatheredText(standpoint, a)]
										.filter(Boolean)
										.join(', '),
									viewText(standpoint, say).toLowerCase(),
								),
							),
						]
					: [],
			),
		];
	});
	return blocks.length > 0 ? blocks : [paragraph(p.noneAgainst)];
}

function gatheredText({ gathered, people }: Standpoint, a: (typeof agreementTexts)['nl']): string {
	return [
		gathered && wordFor(a.gathered, gathered).toLowerCase(),
		people !== null && a.peopleOf(people),
	]
		.filter(Boolean)
		.join(', ');
}

/** What is not known: standpoints, sources, residents, open questions. */
export function unknownPart(data: ProposalData, { p, language }: ProposalWords): Block[] {
	const { items, support, report } = data;
	const a = agreementTexts[language];
	const findings = new Map((report.analysis?.form.findings ?? []).map((one) => [one.id, one]));
	const voicesIn = new Set(
		(report.analysis?.form.sources ?? []).flatMap(({ id, residentVoice }) =>
			residentVoice ? [id] : [],
		),
	);
	const themes = new Set(items.flatMap((item) => item.findings.flatMap((one) => one.themes)));
	const lines = [
		...items.flatMap((item) => {
			const missing = (support.get(item.id)?.cells ?? [])
				.filter(({ standpoint }) => !standpoint || standpoint.view === 'not_asked')
				.map(({ party }) => party.name || a.residents);
			const own = item.findings.flatMap(({ id }) => findings.get(id) ?? []);
			const heard = own.some(({ sources }) => sources.some((id) => voicesIn.has(id)));
			return [
				...(missing.length > 0
					? [p.unknownSupport(item.title, formatList(missing, language))]
					: []),
				...own
					.filter(({ sources, hiddenSources }) => sources.length + hiddenSources === 0)
					.map(({ text }) => p.unknownSource(sentence(text))),
				...(heard ? [] : [p.noResidents(item.title)]),
				...(item.hiddenFindings > 0 ? [p.hidden(item.hiddenFindings)] : []),
			];
		}),
		...(report.analysis?.form.needs ?? [])
			.filter(({ state, theme }) => state === 'open' && themes.has(theme))
			.map(({ question }) => p.unknownNeed(sentence(question))),
	];
	return [
		heading(1, p.unknown, 'niet-bekend'),
		lines.length > 0 ? bulletList(...lines) : paragraph(p.noUnknown),
	];
}
