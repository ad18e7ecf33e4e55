import { dayText } from '#features/evidence/evidence-text.ts';
import { wordFor, type Language } from '#locales/messages.ts';
import { threadTexts } from '#locales/thread.ts';
import { words } from '#locales/words.ts';
import { formatDate } from '#ui/format.ts';
import type { AgendaItemStep, ApproachStep, EvidenceStep, FindingStep } from './thread.ts';

/** One step as the panel draws it. */
export interface ThreadNode {
	id: string;
	title: string;
	href: string | null;
	/** What stands under the title, a line each. */
	facts: string[];
	tone: 'risk' | 'protective' | null;
	badge: string | null;
	isHere: boolean;
	isWithdrawn: boolean;
	/** The titles of the steps in the column before that lead here, when it has more than one. */
	from: string[];
}

const blank = { tone: null, badge: null, isHere: false, from: [] } as const;

/** `support` says in words how strongly it supports the findings beside it, or ''. */
export function evidenceNode(
	step: EvidenceStep,
	href: string,
	language: Language,
	support = '',
): ThreadNode {
	const { evidenceKind } = words[language];
	const t = threadTexts[language];
	const kind = wordFor(evidenceKind, step.kind);
	const title = step.title || step.place || kind;
	const when =
		step.happenedAt && dayText(new Date(step.happenedAt), step.happenedPrecision, language);
	const facts = [kind, step.place === title ? '' : step.place, when ?? '', step.organisationName];
	const asked = step.asked === title ? t.answersThis : step.asked ? t.asked(step.asked) : '';
	return node(step, title, href, {
		facts: [facts.filter(Boolean).join(' · '), asked, support],
	});
}

export function findingNode(step: FindingStep, href: string, language: Language): ThreadNode {
	const t = threadTexts[language];
	const { findingKind, signalKind } = words[language];
	const badge = step.signalKind
		? `${wordFor(findingKind, step.kind)}: ${wordFor(signalKind, step.signalKind)}`
		: wordFor(findingKind, step.kind);
	const facts = [step.organisationName, rests(step, t.hidden.evidence, t.also)];
	const tone = step.kind === 'risk' || step.kind === 'protective' ? step.kind : null;
	return { ...node(step, step.text, href, { facts }), badge, tone };
}

export function agendaNode(step: AgendaItemStep, href: string, language: Language): ThreadNode {
	const t = threadTexts[language];
	const { body, outcome } = words[language];
	const decisions = step.decisions.map((one) =>
		t.decided(
			wordFor(body, one.body),
			formatDate(one.decidedOn, language),
			wordFor(outcome, one.outcome),
		),
	);
	const facts = [
		...(decisions.length > 0 ? decisions : [t.noDecision]),
		step.withoutFindingReason,
		rests(step, t.hidden.findings, t.also),
	];
	return node(step, step.title, href, { facts });
}

/** `beganWithSignal`: the core group made it of a signal, which is a step of the thread. */
export function approachNode(
	step: ApproachStep,
	href: string,
	language: Language,
	beganWithSignal = false,
): ThreadNode {
	const t = threadTexts[language];
	const kind = wordFor(words[language].approachKind, step.kind);
	const facts = [
		[kind, step.organisationName].filter(Boolean).join(' · '),
		beganWithSignal ? t.beganWithSignal : '',
		rests(step, t.hidden.agendaItems, t.also),
	];
	return node(step, step.title, href, { facts });
}

export function resultNode(
	{ id, result, target, withdrawn }: ApproachStep,
	href: string,
	language: Language,
) {
	const t = threadTexts[language];
	const step = { id: resultId(id), withdrawn, hidden: 0 };
	if (!result) return node(step, t.noProgress, null, { facts: [] });
	const status = wordFor(words[language].progressStatus, result.status);
	const facts = [
		result.measured && result.text ? result.text : '',
		[target && t.target(target), formatDate(result.reportedOn, language)]
			.filter(Boolean)
			.join(' · '),
	];
	const title = result.measured || result.text || status;
	return { ...node(step, title, href, { facts }), badge: title === status ? null : status };
}

/** The id of the result of an approach, as a step of its own. */
export const resultId = (approachId: string) => `result-${approachId}`;

function rests(
	{ hidden }: { hidden: number },
	count: (count: number) => string,
	sentence: (what: string) => string,
): string {
	return hidden > 0 ? sentence(count(hidden)) : '';
}

function node(
	{ id, withdrawn }: { id: string; withdrawn: boolean },
	title: string,
	href: string | null,
	{ facts }: { facts: string[] },
): ThreadNode {
	return {
		...blank,
		from: [],
		id,
		title,
		href,
		isWithdrawn: withdrawn,
		facts: facts.filter(Boolean),
	};
}
