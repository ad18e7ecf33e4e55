import {
	rowsOf,
	type AnalysisForm,
	type FormFinding,
	type FormRow,
} from '#features/analysis/form.ts';
import type { FrameworkTheme } from '#features/analysis/framework.schema.ts';
import { inverseOf, type ThemePair } from '#features/analysis/theme-mapping.ts';

/** A theme of the other analysis beside one of this, and how the two relate. */
export interface Counterpart {
	theme: FrameworkTheme;
	findings: FormFinding[];
	/** What that theme is, seen from this one: broader, part of it, related or the same. */
	kind: ThemePair['kind'];
	note: ThemePair['note'];
}

/** One theme of this analysis with what stands beside it. */
export interface BesideRow {
	theme: FrameworkTheme;
	domainId: string;
	findings: FormFinding[];
	counterparts: Counterpart[];
}

export interface Beside {
	/** Themes with a counterpart, where at least one of the two holds something. */
	both: BesideRow[];
	/** Themes of this analysis that hold something and have no counterpart. */
	onlyHere: FormRow[];
	/** The same for the other one. */
	onlyThere: FormRow[];
	/** Themes that are empty here, and in every counterpart. */
	empty: FrameworkTheme[];
}

/**
 * Two analyses theme by theme, along the mapping of their frameworks from the first to the second. A theme with several
 * counterparts stands beside all of them; what belongs to no framework any more has a counterpart by its id alone.
 */
export function besideEachOther(
	here: AnalysisForm,
	there: AnalysisForm,
	pairs: readonly ThemePair[],
): Beside {
	const others = new Map(rowsOf(there).map((row) => [row.theme.id, row]));
	const rows = rowsOf(here).map((row) => ({
		row,
		counterparts: counterpartsOf(row, others, pairs),
	}));
	const reached = new Set(rows.flatMap((one) => one.counterparts.map(({ theme }) => theme.id)));
	const holds = ({ findings }: { findings: FormFinding[] }) => findings.length > 0;
	const paired = rows.filter(({ counterparts }) => counterparts.length > 0);
	const isFull = ({ row, counterparts }: (typeof rows)[number]) =>
		holds(row) || counterparts.some(holds);
	return {
		both: paired
			.filter(isFull)
			.map(({ row: { theme, domainId, findings }, counterparts }) => ({ theme, domainId, findings, counterparts })), // prettier-ignore
		onlyHere: rows.filter((one) => one.counterparts.length === 0 && holds(one.row)).map(({ row }) => row), // prettier-ignore
		onlyThere: [...others.values()].filter((row) => !reached.has(row.theme.id) && holds(row)),
		empty: paired.filter((one) => !isFull(one)).map(({ row }) => row.theme),
	};
}

function counterpartsOf(
	row: FormRow,
	others: ReadonlyMap<string, FormRow>,
	pairs: readonly ThemePair[],
): Counterpart[] {
	const mapped = pairs.filter(({ from }) => from === row.theme.id);
	const equal = others.get(row.theme.id);
	// A theme outside the framework is in no mapping; what has the same id is the same theme.
	if (mapped.length === 0 && equal && (row.theme.aside || equal.theme.aside))
		return [{ theme: equal.theme, findings: equal.findings, kind: 'same', note: '' }];
	return mapped.flatMap(({ to, kind, note }) => {
		const other = others.get(to);
		return other ? [{ theme: other.theme, findings: other.findings, kind: inverseOf(kind), note }] : []; // prettier-ignore
	});
}
