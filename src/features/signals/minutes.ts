import { excerpt } from '#features/lifeworld/excerpt.ts';
import type { Language } from '#locales/messages.ts';
import { meetingTexts } from '#locales/core-meetings.ts';
import { formatDate } from '#ui/format.ts';
import type { StepKind } from './course.ts';

/** What the minutes of a meeting are made of. */
export interface MinutesParts {
	areaName: string;
	heldOn: string;
	place: string;
	organisations: readonly string[];
	othersPresent: string;
	decisions: string;
	notes: string;
	signals: readonly MinutesLine[];
	carriedOver: number;
	/** The next meeting: its day, and time and place when they are known. */
	next: { heldOn: string; startsAt: string | null; place: string } | null;
	/** The address of the meeting, complete. */
	url: string;
}

/** One signal in the minutes. */
export interface MinutesLine {
	/** Null where only its own organisation may read it: then the minutes do not say it either. */
	text: string | null;
	place: string;
	steps: readonly { kind: StepKind; text: string; participantName: string | null }[];
}

/** The minutes of a meeting as plain text, for a mail. */
export function minutesText(parts: MinutesParts, language: Language): string {
	const t = meetingTexts[language];
	const present = [...parts.organisations, parts.othersPresent].filter(Boolean).join(', ');
	return [
		t.minutesTitle(parts.areaName, formatDate(parts.heldOn, language)),
		...(parts.place ? [`${t.place}: ${parts.place}`] : []),
		`${t.present}: ${present || t.nobodyNoted}`,
		'',
		t.signals.toUpperCase(),
		...(parts.signals.length === 0 ? [t.noSignals] : []),
		...parts.signals.flatMap((line) => ['', ...linesOf(line, language)]),
		...(parts.carriedOver > 0 ? ['', t.carriedOverCount(parts.carriedOver)] : []),
		...section(t.decisions, parts.decisions),
		...section(t.notes, parts.notes),
		'',
		parts.next ? t.nextIs(nextText(parts.next, language)) : t.noNext,
		'',
		t.readOn,
		parts.url,
	].join('\n');
}

function section(title: string, text: string): string[] {
	return text === '' ? [] : ['', title.toUpperCase(), text];
}

function linesOf({ text, place, steps }: MinutesLine, language: Language): string[] {
	const t = meetingTexts[language];
	const name = text === null ? t.hiddenSignal : excerpt(text, 200);
	return [
		`* ${place ? `${place}: ` : ''}${name}`,
		...steps.map((step) => `  ${stepText(step, language)}`),
	];
}

/** One step in a sentence: what was decided, who does it, and why. */
export function stepText(
	{ kind, text, participantName }: MinutesLine['steps'][number],
	language: Language,
): string {
	const t = meetingTexts[language];
	const who = participantName === null ? '' : ` (${participantName})`;
	return `${t.steps[kind]}${who}${text ? `: ${text}` : '.'}`;
}

function nextText(
	{ heldOn, startsAt, place }: NonNullable<MinutesParts['next']>,
	language: Language,
): string {
	const t = meetingTexts[language];
	return [formatDate(heldOn, language), startsAt && t.atTime(startsAt), place]
		.filter(Boolean)
		.join(', ');
}
