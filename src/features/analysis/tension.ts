import { differsBeyondMargin, type Estimate } from '#statistics/margin.ts';
import { sideOf } from './finding-side.ts';
import type { FormFinding, FormRow } from './form.ts';

/** How a figure of the neighbourhood compares with that of the area around it. */
export type Standing = 'favourable' | 'unfavourable' | 'alike' | 'unknown';

/** A figure differs noticeably when it lies more than this part of the other figure away from it. */
const noticeable = 0.1;

/**
 * The units, as the catalogue of indicators names them in English, in which a tenth means the same for an area and for
 * the municipality around it. A count grows with the number of people, and a score has no zero to take a tenth from.
 */
const comparable = ['%', 'km', '× €1,000'];

/** A value with its margin where it has one; null or a reason where there is none. */
type Known = Estimate | { missing: string } | null;

/**
 * How a figure stands beside that of the municipality (or the country), and of comparable areas where those are known: by
 * what more of it means, and only where it differs from every one of them by more than a tenth and by more than the
 * margins. The tenth is a rule of thumb to start a talk with, no test of significance. Unknown without a value, without
 * something to compare with, in a unit that does not compare, and where more is neither good nor bad.
 */
export function standingOf(figure: {
	direction: 'favourable' | 'unfavourable' | 'neither';
	/** In English, as the catalogue of indicators has it. */
	unit: string;
	measured: Known;
	/** What it is compared with; those without a value do not count. */
	beside: readonly Known[];
}): Standing {
	const { direction, unit, measured } = figure;
	const others = figure.beside.filter((one) => isKnown(one));
	if (!comparable.includes(unit) || direction === 'neither') return 'unknown';
	if (!isKnown(measured) || others.length === 0) return 'unknown';
	const standings = new Set(others.map((other) => standingBeside(direction, measured, other)));
	const [standing = 'unknown'] = standings;
	return standings.size === 1 ? standing : 'alike';
}

function isKnown(one: Known): one is Estimate {
	return one !== null && 'value' in one;
}

function standingBeside(
	direction: 'favourable' | 'unfavourable',
	one: Estimate,
	other: Estimate,
): Standing {
	if (Math.abs(one.value - other.value) <= noticeable * Math.abs(other.value)) return 'alike';
	if (differsBeyondMargin(one, other) === 'within_margin') return 'alike';
	return one.value > other.value === (direction === 'favourable') ? 'favourable' : 'unfavourable';
}

/** A figure that is among the sources of a trajectory. */
export interface ThemeFigure {
	/** The id of the source. */
	id: string;
	title: string;
	/** The themes that it speaks to. */
	themes: readonly string[];
	standing: Standing;
}

/** Figures that are kinder, or harsher, than what people tell. */
export const tensionDirections = ['figures_kinder', 'figures_harsher'] as const;
export type TensionDirection = (typeof tensionDirections)[number];

/** Figures and stories that point in opposite directions within a theme. */
export interface Tension {
	theme: string;
	direction: TensionDirection;
	/** What people tell: findings that rest on stories. */
	findings: FormFinding[];
	figures: ThemeFigure[];
}

/** Sources in which people tell what they see and live through. */
const storyKinds = new Set([
	'observation',
	'conversation',
	'meeting',
	'photo',
	'walk',
	'signal',
	'logbook',
	'reaction',
]);

/**
 * Where figures and stories point in opposite directions. The figures of a theme are those that its findings rest on and
 * those that speak to it; where some of them are favourable and others unfavourable they are divided themselves, and
 * nothing is asked. Where they all are favourable, the question is about risks that rest on what people saw or told;
 * where they all are unfavourable, about what protects. A source that was judged to contradict its finding is no story
 * in its favour. It is a question, never an error: often both are true.
 */
export function tensionsIn(rows: readonly FormRow[], figures: readonly ThemeFigure[]): Tension[] {
	return rows.flatMap((row): Tension[] => {
		const cited = new Set(row.sources.map(({ id }) => id));
		const own = figures.filter(({ id, themes }) => cited.has(id) || themes.includes(row.theme.id));
		const telling = own.filter(
			({ standing }) => standing === 'favourable' || standing === 'unfavourable',
		);
		const standings = new Set(telling.map(({ standing }) => standing));
		if (standings.size !== 1) return [];
		const isKind = standings.has('favourable');
		const findings = row.findings.filter(
			(finding) => sideOf(finding) === (isKind ? 'risk' : 'protective') && isTold(finding, row),
		);
		if (findings.length === 0) return [];
		const direction = isKind ? 'figures_kinder' : 'figures_harsher';
		return [{ theme: row.theme.id, direction, findings, figures: telling }];
	});
}

function isTold(finding: FormFinding, row: FormRow): boolean {
	return row.sources.some(
		({ id, kind }) =>
			storyKinds.has(kind) &&
			finding.sources.includes(id) &&
			finding.strengths[id] !== 'contradicts',
	);
}
