import { indicatorOf } from '#features/figures/catalogue.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { RuleKind } from './rule.schema.ts';
import { independentSigns, type Sign } from './signs.ts';

/** What became of a warning: still to be looked at (new, or back since its figures changed), answered, or no longer found. */
export const warningStates = ['new', 'returned', 'taken_up', 'set_aside', 'gone'] as const;
export type WarningState = (typeof warningStates)[number];

/** Those that still ask for somebody to go and look. */
export const openStates: readonly WarningState[] = ['new', 'returned'];

/** What is kept of a warning: everything that is needed to read it when its figures have been replaced. */
export interface WarningDetails {
	kind: RuleKind;
	ruleName: Bilingual;
	signs: Sign[];
	counted: number;
	/** Of a tipping point: who says that it is the point. */
	saidBy: string | null;
	/** The number of residents; null when that is not known. */
	residents: number | null;
}

export type AnswerKind = 'set_aside' | 'finding' | 'knowledge_need';

/** What people did with a warning. */
export interface WarningAnswer {
	id: string;
	kind: AnswerKind;
	reason: string;
	/** Whether the figures are still those that it was about. */
	isAboutNow: boolean;
	trajectoryId: string | null;
	becameId: string | null;
	version: number;
	/** Who did it; null for the program itself. */
	organisationName: string | null;
	at: Date;
	withdrawnAt: Date | null;
	withdrawnReason: string;
}

/** A warning as lists show it. */
export interface WarningLine {
	id: string;
	ruleKey: string;
	areaCode: string;
	areaName: string;
	level: string;
	/** The indicator; '' for several together. */
	subject: string;
	themes: string[];
	details: WarningDetails;
	state: WarningState;
	foundAt: Date;
	changedAt: Date;
	goneAt: Date | null;
	version: number;
	/** Those that were not taken back, the newest first. */
	answers: WarningAnswer[];
}

/** The themes that the indicators of some signs speak to. */
export function themesOf(signs: readonly Pick<Sign, 'indicator'>[]): string[] {
	return [...new Set(signs.flatMap(({ indicator }) => indicatorOf(indicator)?.themes ?? []))];
}

/** How many of some warnings do not rest on one another: a score and what it is made of count once. */
export function independentWarnings(warnings: readonly Pick<WarningLine, 'details'>[]): number {
	return independentSigns(
		warnings.flatMap(({ details }) => details.signs.map(({ indicator }) => indicator)),
	);
}
