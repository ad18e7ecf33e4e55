import type { Bilingual } from '#kernel/bilingual.ts';
import { momentName } from '#features/agenda/moment-text.ts';
import type { Language } from '#locales/messages.ts';
import { momentTexts } from '#locales/moments.ts';
import { overviewTexts } from '#locales/overview.ts';
import { formatDate, formatDaysFrom, formatList } from '#ui/format.ts';
import type { NextStep } from './next-steps.ts';
import type { MomentName } from './situation.ts';

/** A suggestion as the page shows it. */
export interface StepText {
	text: string;
	/** What else there is to say, or ''. */
	more: string;
	link: string;
	href: string;
}

/** How many names of themes and parties a sentence holds, and how many titles; the others are counted. */
const mostNames = 4;
const mostTitles = 2;

const pages: Record<NextStep['what'], string> = {
	go_out: 'leefwereld',
	moment_soon: 'kader/planning',
	moment_passed: 'kader/planning',
	politics_soon: 'agenda/kalender',
	politics_passed: 'agenda/kalender',
	untold: 'agenda/besluit',
	party_missing: 'kader/deelnemers',
	professionals_only: 'veld/gesprek',
	empty_themes: 'analyse/onbekend',
	needs_ours: 'analyse/onbekend?vanOns=on#vragen',
	needs_due: 'analyse/onbekend',
	without_source: 'analyse/lijst?zonderBron=on',
	warnings: 'cijfers/waarschuwingen',
	not_weighed: 'agenda/wegen',
	without_decision: 'agenda',
	without_approach: 'uitvoering',
	no_progress: 'uitvoering',
};

/** A suggestion in a language; `trajectory` is the address that its link begins with. */
export function stepText(step: NextStep, trajectory: string, language: Language): StepText {
	const own = overviewTexts[language].step[step.what];
	return {
		text: sentenceOf(step, language),
		more: 'more' in own ? own.more : '',
		link: own.link,
		href: `${trajectory}/${pages[step.what]}${step.what === 'untold' ? `/${step.sessionId}` : ''}`,
	};
}

function sentenceOf(step: NextStep, language: Language): string {
	const t = overviewTexts[language].step;
	const names = (list: readonly (Bilingual | { title: string })[]) => namesOf(list, language);
	switch (step.what) {
		case 'go_out':
			return t.go_out.text;
		case 'moment_soon':
			return t.moment_soon.text(step.name, whenText(step, language));
		case 'moment_passed':
			return t.moment_passed.text(step.name, whenText(step, language));
		case 'politics_soon':
			return t.politics_soon.text(politicsText(step.moment, language), whenText(step, language));
		case 'politics_passed':
			return t.politics_passed.text(politicsText(step.moment, language), whenText(step, language));
		case 'untold':
			return t.untold.text;
		case 'party_missing':
			return t.party_missing.text(names(step.names).toLowerCase());
		case 'professionals_only':
			return t.professionals_only.text(names(step.names));
		case 'empty_themes':
			return t.empty_themes.text(step.names.length, names(step.names));
		case 'needs_ours':
			return t.needs_ours.text(step.needs.length, step.needs[0]?.question ?? '', step.late);
		case 'needs_due':
			return t.needs_due.text(step.needs.length, step.needs[0]?.question ?? '');
		case 'without_source':
			return t.without_source.text(step.count);
		case 'warnings':
			return t.warnings.text(step.count);
		case 'not_weighed':
			return t.not_weighed.text(step.count);
		case 'without_decision':
			return t.without_decision.text(step.items.length, names(step.items));
		case 'without_approach':
			return t.without_approach.text(step.items.length, names(step.items));
		case 'no_progress':
			return t.no_progress.text(step.approaches.length, names(step.approaches));
	}
}

/** `Gemeenteraad: besluiten`. */
function politicsText(moment: MomentName, language: Language): string {
	const purpose = momentTexts[language].purposes[moment.purpose].toLowerCase();
	return `${momentName(moment, language)}: ${purpose}`;
}

function namesOf(list: readonly (Bilingual | { title: string })[], language: Language): string {
	// A title may hold commas of its own.
	const names = list.map((one) => ('title' in one ? `‘${one.title}’` : one[language]));
	const most = list.some((one) => 'title' in one) ? mostTitles : mostNames;
	// To say that there is one more takes as much room as to name it.
	const shown = names.length === most + 1 ? names : names.slice(0, most);
	const left = names.length - shown.length;
	return formatList(left > 0 ? [...shown, overviewTexts[language].others(left)] : shown, language);
}

/** `over 24 dagen`, `3 dagen geleden`; `in maart 2026` where only the month is known. */
function whenText({ days, ends }: { days: number; ends: string }, language: Language): string {
	if (ends.length < 10) return `in ${formatDate(ends, language)}`;
	const today = new Date(Date.parse(ends) - days * 86_400_000).toISOString().slice(0, 10);
	return formatDaysFrom(today, ends, language);
}
