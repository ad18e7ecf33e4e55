import { sourceCount, type FormFinding } from '#features/analysis/form.ts';
import { sideOf } from '#features/analysis/finding-side.ts';
import { summaryTexts } from '#locales/report-summaries.ts';
import { formatDate } from '#ui/format.ts';
import {
	ref,
	resting,
	words,
	type Drafting,
	type DraftSentence,
	type SummaryDraft,
} from './draft-sentence.ts';
import { findingRefs } from './draft-theme.ts';
import { periodText } from './period-text.ts';
import { reportTexts } from '#locales/report.ts';
import type { ResidentsPart } from './sections.ts';

/**
 * A part of the page for residents: short sentences in plain words, and between quotation marks what people said
 * themselves. What goes well comes first: do not ask for problems first.
 */
export function residentsDraft(part: ResidentsPart, drafting: Drafting): SummaryDraft {
	return parts[part](drafting);
}

const parts: Record<ResidentsPart, (drafting: Drafting) => SummaryDraft> = {
	good: (drafting) => heard('protective', drafting),
	better: (drafting) => heard('risk', drafting),
	next,
	respond,
};

const plain = (...texts: string[]): DraftSentence[] => texts.map((text) => resting(text, []));

function heard(side: 'protective' | 'risk', drafting: Drafting): SummaryDraft {
	const { data, language } = drafting;
	const own = summaryTexts[language].residents;
	const isGood = side === 'protective';
	const findings = (data.analysis?.form.findings ?? [])
		.filter((finding) => sideOf(finding) === side)
		.toSorted((one, other) => sourceCount(other) - sourceCount(one));
	const list = isGood ? own.goodList : own.betterList;
	const none = isGood ? own.noGood : own.noBetter;
	return {
		lead: plain(
			...(isGood ? [own.about(data.areaName), ...howWeKnow(drafting)] : []),
			findings.length > 0 ? list : none,
		),
		items: findings.map((finding) => [quoted(finding, drafting)]),
	};
}

function quoted(finding: FormFinding, drafting: Drafting): DraftSentence {
	const { quote } = summaryTexts[drafting.language].residents;
	return resting(quote(words(finding.text)), findingRefs(finding, drafting));
}

/** What was done to find out, by the sources that this reader may see. */
function howWeKnow({ data, language }: Drafting): string[] {
	const { how } = summaryTexts[language].residents;
	const byKind = Map.groupBy(data.analysis?.sources ?? [], ({ kind }) => kind);
	return (
		[
			'conversation',
			'observation',
			'walk',
			'photo',
			'logbook',
			'meeting',
			'figure',
			'document',
		] as const
	).flatMap((kind) => {
		const count = byKind.get(kind)?.length ?? 0;
		return count > 0 ? [how[kind](count)] : [];
	});
}

/** What was put first, what is taken up, what was decided of it and who does it. */
function next(drafting: Drafting): SummaryDraft {
	const own = summaryTexts[drafting.language].residents;
	const items = [...priorityItems(drafting), ...agendaItems(drafting), ...planItems(drafting)];
	return {
		lead: items.length === 0 ? plain(own.nothingNext) : [],
		items: [...items, ...nextPhase(drafting).map((text) => plain(text))],
	};
}

function priorityItems(drafting: Drafting): DraftSentence[][] {
	const { data, language } = drafting;
	const own = summaryTexts[language].residents;
	return (data.agenda?.priorities ?? []).flatMap((priority) => {
		const finding = data.analysis?.form.findings.find(({ id }) => id === priority.findingId);
		if (!finding) return [];
		const says = own.chosen[priority.chosenBy as keyof typeof own.chosen] ?? own.chosen.other;
		const { text, refs } = quoted(finding, drafting);
		return [[resting(says, [ref('priority', priority)]), { text, refs }]];
	});
}

function agendaItems({ data, language }: Drafting): DraftSentence[][] {
	const own = summaryTexts[language].residents;
	return (data.agenda?.items ?? []).map((item) => {
		const [last] = item.decisions.toSorted((one, other) => other.decidedOn.localeCompare(one.decidedOn)); // prettier-ignore
		const outcomes = own.decided[last?.body as keyof typeof own.decided] ?? own.decided.council;
		const say = last && outcomes[last.outcome as keyof typeof outcomes];
		return [
			...plain(own.onAgenda),
			resting(own.quote(words(item.title)), [ref('agenda_item', item)]),
			...plain(say && last ? say(formatDate(last.decidedOn, language)) : own.undecided),
		];
	});
}

function planItems({ data, language }: Drafting): DraftSentence[][] {
	const own = summaryTexts[language].residents;
	return (data.plan?.approaches ?? []).map(({ title, responsibleName }) =>
		plain(
			own.doings,
			responsibleName ? own.doing(words(title), responsibleName) : own.doingNobody(words(title)),
		),
	);
}

/** The first phase that is not done and has not ended yet, where the planning is for this reader. */
function nextPhase({ data, language }: Drafting): string[] {
	const { nextStep } = summaryTexts[language].residents;
	const coming = data.frame?.phases.find(
		({ doneOn, starts, ends }) => !doneOn && (ends ?? starts ?? '') >= data.day,
	);
	if (!coming) return [];
	const when = periodText(coming.starts, coming.ends, language) ?? reportTexts[language].noDate;
	return [nextStep(coming.name, when)];
}

/** How to say what you think of it, and to whom. */
function respond({ data, language }: Drafting): SummaryDraft {
	const own = summaryTexts[language].residents;
	const names = [...new Set(data.frame?.participants.map((one) => one.organisationName))];
	return names.length === 0
		? { lead: plain(own.ask, own.askMunicipality(data.municipalityName), own.whole), items: [] }
		: { lead: plain(own.ask, own.whole, own.who), items: names.map((name) => plain(name)) };
}
