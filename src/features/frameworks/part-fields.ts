import type { Bilingual } from '#kernel/bilingual.ts';
import type { DraftColumn, DraftContent, DraftDomain, DraftTheme } from './draft-content.ts';

/** The parts of a draft as the fields of their forms, and back. */

export function headFields({ name, explanation }: DraftContent) {
	return { ...namesOf({ name }), ...explanationsOf(explanation) };
}

export function themeFields({ name, explanation }: DraftTheme) {
	return { ...namesOf({ name }), ...explanationsOf(explanation) };
}

export function columnFields({ name, explanation }: DraftColumn) {
	return { ...namesOf({ name }), ...explanationsOf(explanation) };
}

export function domainFields({ name, goal, subtitle }: DraftDomain) {
	return {
		...namesOf({ name }),
		goalNl: goal.nl,
		goalEn: goal.en,
		subtitleNl: subtitle?.nl ?? '',
		subtitleEn: subtitle?.en ?? '',
	};
}

function namesOf({ name }: { name: Bilingual }) {
	return { nameNl: name.nl, nameEn: name.en };
}

function explanationsOf(explanation: Bilingual | undefined) {
	return { explanationNl: explanation?.nl ?? '', explanationEn: explanation?.en ?? '' };
}

interface Typed {
	nameNl: string;
	nameEn: string;
	explanationNl: string;
	explanationEn: string;
}

/** What a form of a theme or column says, as the part has it. */
export function textsOf({ nameNl, nameEn, explanationNl, explanationEn }: Typed) {
	return {
		name: { nl: nameNl, en: nameEn },
		explanation: { nl: explanationNl, en: explanationEn },
	};
}
