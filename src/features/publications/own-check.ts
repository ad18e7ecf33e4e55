import { columnName } from '#server/spreadsheets/sheet.ts';
import { LARGEST_COUNT } from '#statistics/disclosure.ts';
import type { AreaChoices, AreaFinder, OwnArea } from './own-area.ts';
import {
	dataRows,
	isMeasured,
	shown,
	type OwnColumn,
	type OwnLayout,
	type OwnRow,
	type OwnSheet,
	type OwnValue,
} from './own-layout.ts';
import { measureKey, type OwnMeasure } from './own-meaning.ts';
import type { MissingText } from '#features/figures/measured.ts';
import { parseOwnNumber } from './own-number.ts';
import { parseOwnPeriod } from './own-period.ts';
import type { OwnProblem, OwnProblemKind } from './own-problem.ts';

/** One number of the file, with what it is about; before the gate. */
export interface OwnCell {
	/** The key of its measure. */
	measure: string;
	period: string;
	/** As the file writes it; '' where the file has no categories. */
	category: string;
	area: OwnArea;
	/** Null when missing. */
	value: number | null;
	missing: MissingText | null;
	/** The persons or answers behind a percentage or score, where given. */
	part: number | null;
	base: number | null;
	/** Counted from 1. */
	row: number;
}

/** What came out of checking every row. */
export interface Checked {
	/** Of rows without a problem, in the order of the file. */
	cells: OwnCell[];
	problems: OwnProblem[];
	/** How many rows hold numbers. */
	rows: number;
	/** How many of them have a problem. */
	wrongRows: number;
	/** Rows without any number that name no area: titles, notes, sums left empty; counted from 1. */
	notes: number[];
	/** How areas were written that are to be chosen: those unknown, and those that fit several. */
	unsure: { written: string; codes: string[]; rows: number }[];
}

interface Plan {
	layout: OwnLayout;
	finder: AreaFinder;
	choices: AreaChoices;
	measures: ReadonlyMap<string, OwnMeasure>;
	column(role: OwnColumn['role']): OwnColumn | undefined;
	measured: readonly OwnColumn[];
}

/**
 * Reads every row below the header as the layout says and checks it. A row with a problem gives no number at all: what
 * is imported is either right or left out by choice. Measures that are not described yet are checked as plain numbers.
 */
export function checkRows(
	sheet: OwnSheet,
	layout: OwnLayout,
	finder: AreaFinder,
	choices: AreaChoices,
	described: readonly OwnMeasure[] = [],
): Checked {
	const plan: Plan = {
		...{ layout, finder, choices },
		measures: new Map(described.map((one) => [one.key, one])),
		column: (role) => layout.columns.find((one) => one.role === role),
		measured: layout.columns.filter(isMeasured),
	};
	const cells: OwnCell[] = [];
	const problems: OwnProblem[] = [];
	const notes: number[] = [];
	const unsure = new Map<string, { written: string; codes: string[]; rows: number }>();
	const seen = new Map<string, number>();
	let rows = 0;
	let wrongRows = 0;
	for (const row of dataRows(sheet, layout.headerRow)) {
		const read = readRow(row, plan);
		if (read === 'note') {
			notes.push(row.index + 1);
			continue;
		}
		rows += 1;
		for (const cell of read.cells) {
			const key = [cell.area.code, cell.period, cell.measure, cell.category].join('\t');
			const firstRow = seen.get(key);
			if (firstRow === undefined) seen.set(key, cell.row);
			else if (!read.problems.some(({ kind }) => kind === 'same_twice'))
				read.problems.push({ kind: 'same_twice', row: cell.row, column: '', text: cell.area.name, firstRow }); // prettier-ignore
		}
		if (read.unsure) {
			const there = unsure.get(read.unsure.written.toLowerCase());
			if (there) there.rows += 1;
			else unsure.set(read.unsure.written.toLowerCase(), { ...read.unsure, rows: 1 });
		}
		if (read.problems.length === 0) for (const cell of read.cells) cells.push(cell);
		else {
			wrongRows += 1;
			for (const problem of read.problems) problems.push(problem);
		}
	}
	return { cells, problems, rows, wrongRows, notes, unsure: [...unsure.values()] };
}

interface ReadRow {
	cells: OwnCell[];
	problems: OwnProblem[];
	unsure?: { written: string; codes: string[] };
}

function readRow(row: OwnRow, plan: Plan): ReadRow | 'note' {
	const { layout } = plan;
	const at = (column: OwnColumn | undefined): OwnValue =>
		column ? (row.cells[column.index] ?? null) : null;
	const code = at(plan.column('area_code'));
	const name = at(plan.column('area_name'));
	const isEmpty = plan.measured.every((column) => shown(at(column)) === '');
	const found = plan.finder.find(code, name, layout.level, plan.choices);
	if (isEmpty && !('area' in found)) return 'note';
	const problems: OwnProblem[] = [];
	const add = (kind: OwnProblemKind, column: OwnColumn | undefined, text: string, more: Partial<OwnProblem> = {}) => // prettier-ignore
		void problems.push({ kind, row: row.index + 1, column: nameOf(column), text: text.slice(0, 60), ...more }); // prettier-ignore

	const areaColumn = shown(code) === '' ? (plan.column('area_name') ?? plan.column('area_code')) : plan.column('area_code'); // prettier-ignore
	let unsure: ReadRow['unsure'];
	if ('unknown' in found && found.unknown === '') add('no_area', areaColumn, '');
	else if (!('area' in found)) {
		const written = shown(code) || shown(name);
		const codes = 'several' in found ? found.several.map((area) => area.code) : [];
		unsure = { written, codes };
		add(codes.length > 0 ? 'several_areas' : 'unknown_area', areaColumn, written, { codes });
	}
	const period = rowPeriod(at, plan, add);
	const indicator = plan.column('indicator');
	const said = shown(at(indicator));
	if (indicator && said === '') add('no_indicator', indicator, '');
	const category = shown(at(plan.column('category'))).slice(0, 120);
	const cells: OwnCell[] = [];
	for (const column of plan.measured) {
		const measure = measureKey(measureName(said, column, layout));
		const read = readNumber(at, column, plan, plan.measures.get(measure), add);
		const when = column.period ?? period;
		if (when === null && !problems.some(({ kind }) => /period$/.test(kind))) add('no_period', column, ''); // prettier-ignore
		if (when === null || read === null || !('area' in found)) continue;
		cells.push({ measure, period: when, category, area: found.area, ...read, row: row.index + 1 });
	}
	return { cells, problems, ...(unsure && { unsure }) };
}

/**
 * What a number is called: by the row's indicator, by its column, or by both where every row has several numbers.
 * `said` is what stands in the column of indicators, '' without one.
 */
export function measureName(said: string, column: OwnColumn, { columns }: OwnLayout): string {
	const own = column.name || column.header;
	if (!columns.some(({ role }) => role === 'indicator')) return own;
	const names = new Set(columns.filter(isMeasured).map((one) => one.name || one.header));
	return names.size > 1 ? `${said} ${own}` : said;
}

type Add = (kind: OwnProblemKind, column: OwnColumn | undefined, text: string) => void;
type At = (column: OwnColumn | undefined) => OwnValue;

/** The period of a row; null when each measured column has its own, or when it is wrong. */
function rowPeriod(at: At, plan: Plan, add: Add): string | null {
	const column = plan.column('period');
	if (!column) return plan.layout.period;
	if (plan.measured.every((one) => one.period !== null)) return null;
	const written = shown(at(column));
	const period = parseOwnPeriod(at(column));
	if (period === null) add(written === '' ? 'no_period' : 'not_a_period', column, written);
	return period;
}

function readNumber(
	at: At,
	column: OwnColumn,
	plan: Plan,
	measure: OwnMeasure | undefined,
	add: Add,
): Pick<OwnCell, 'value' | 'missing' | 'part' | 'base'> | null {
	const read = (one: OwnColumn) => numberIn(at(one), one, plan, add);
	const behind = (role: 'part' | 'base') =>
		plan.layout.columns.find((one) => one.role === role && standsBehind(one, column, plan));
	const value = read(column);
	const [partColumn, baseColumn] = [behind('part'), behind('base')];
	const part = partColumn ? read(partColumn) : null;
	const base = baseColumn ? read(baseColumn) : null;
	if (value === 'wrong' || part === 'wrong' || base === 'wrong') return null;
	const written = shown(at(column));
	const wrong: (...problem: Parameters<Add>) => null = (...problem) => {
		add(...problem);
		return null;
	};
	const counts = { part: part?.value ?? null, base: base?.value ?? null };
	for (const [count, of] of [
		[counts.part, partColumn],
		[counts.base, baseColumn],
	] as const) {
		if (count === null) continue;
		if (count < 0) return wrong('negative', of, shown(at(of)));
		if (!Number.isInteger(count)) return wrong('not_whole', of, shown(at(of)));
		if (count > LARGEST_COUNT) return wrong('too_large', of, shown(at(of)));
	}
	if (counts.part !== null && counts.base !== null && counts.part > counts.base)
		return wrong('part_too_large', partColumn, `${counts.part} > ${counts.base}`);
	if (value.value === null) return { value: null, missing: value.missing, ...counts };
	const problem = valueProblem(value.value, column, counts, measure);
	if (problem) return wrong(problem, column, written);
	return { value: value.value, missing: null, ...counts };
}

/** What is wrong with a number for what it is said to be; null when nothing is. */
function valueProblem(
	value: number,
	{ role }: OwnColumn,
	{ part, base }: { part: number | null; base: number | null },
	measure: OwnMeasure | undefined,
): OwnProblemKind | null {
	const type = measure?.type ?? (role === 'percentage' ? 'percentage' : null);
	const isOwn = measure?.origin === 'own';
	const isCount = type === 'count' || type === 'things';
	if (isCount && value < 0) return 'negative';
	if (isCount && isOwn && !Number.isInteger(value)) return 'not_whole';
	if (isCount && isOwn && value > LARGEST_COUNT) return 'too_large';
	if (type === 'percentage' && (value < 0 || value > 100)) return 'not_a_percentage';
	if (isOwn && !isCount && base === null) return 'no_base';
	// Rounded to whole percents by most; a point more is another number.
	if (type === 'percentage' && part !== null && base !== null && base > 0)
		return Math.abs((100 * part) / base - value) > 1 ? 'does_not_agree' : null;
	return null;
}

/** A part or a base stands behind the column that it names, or behind all of its period when it names none. */
function standsBehind(one: OwnColumn, measured: OwnColumn, { measured: all }: Plan): boolean {
	if (one.of !== null) return one.of === measured.index;
	const hasPercentages = all.some(({ role }) => role === 'percentage');
	if (hasPercentages && measured.role !== 'percentage') return false;
	return one.period === null || one.period === measured.period;
}

function numberIn(
	raw: OwnValue,
	column: OwnColumn,
	{ layout }: Plan,
	add: Add,
): { value: number | null; missing: MissingText | null } | 'wrong' {
	const number = parseOwnNumber(raw, layout.decimal);
	if ('value' in number) return { value: number.value, missing: null };
	if ('missing' in number) return { value: null, missing: number.missing };
	add(/^[=+@]/.test(shown(raw)) ? 'formula' : 'not_a_number', column, shown(raw));
	return 'wrong';
}

/** What a column is called in a message: its name, or its letter. */
export const nameOf = (column: OwnColumn | undefined): string =>
	column ? column.header || columnName(column.index) : '';
