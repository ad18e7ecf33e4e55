import { readingTexts } from '#locales/figure-reading.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { differsBeyondMargin } from '#statistics/margin.ts';
import type { ComparedAreas, ComparedLine } from './compare-areas.server.ts';
import type { FigureTable } from './figure-download.ts';
import { indicatorKey } from './figure-paths.ts';
import { nameOfLine, unitOfLine } from './figure-words.ts';
import type { Measured } from './measured.ts';
import { originOfLine } from './profile-table.ts';
import { cellView, kindMark, valueWords, type CellView } from './profile-view.ts';
import { groupProfile } from './profile.ts';

/** A figure of several areas in words. */
export interface ComparedRow {
	seriesId: number;
	name: string;
	key: string;
	unit: string;
	marks: string[];
	/** By area; `verdict` says whether it differs from the first one by more than the margins. */
	cells: { cell: CellView; verdict: string }[];
	country: CellView;
	source: string;
}

export interface ComparedView {
	groups: { id: string; name: string; rows: ComparedRow[] }[];
	hidden: number;
	/** Whether any difference could be judged by margins. */
	hasMargins: boolean;
}

/** Areas side by side in the reader's language; lines without any value are left out. */
export function comparedView(
	{ lines }: ComparedAreas,
	withSensitive: boolean,
	language: Language,
): ComparedView {
	const bySeries = new Map(lines.map((one) => [one.line.seriesId, one]));
	const { groups, hidden } = groupProfile(lines.map(({ line }) => line), withSensitive); // prettier-ignore
	const view = groups.map(({ id, name, entries }) => ({
		id,
		name: name?.[language] ?? figureTexts[language].other,
		rows: entries
			.flatMap(({ line }) => bySeries.get(line.seriesId) ?? [])
			.filter(({ values }) => values.some((one) => one && 'value' in one))
			.map((one) => rowOf(one, language)),
	}));
	return {
		groups: view.filter(({ rows }) => rows.length > 0),
		hidden,
		hasMargins: view.some(({ rows }) =>
			rows.some(({ cells }) => cells.some(({ verdict }) => verdict !== '')),
		),
	};
}

function rowOf({ line, values }: ComparedLine, language: Language): ComparedRow {
	const t = figureTexts[language];
	const words = valueWords(line, language);
	const none: CellView = { text: t.none, why: null, note: '' };
	const cell = (measured: Measured | null) =>
		measured ? cellView(measured, words, language) : none;
	const unit = unitOfLine(line, language);
	const isPlain = line.kind === 'count' || line.kind === 'register';
	return {
		seriesId: line.seriesId,
		name: nameOfLine(line, language),
		key: indicatorKey(line),
		unit: unit === '%' || unit.startsWith('×') ? '' : unit,
		marks: isPlain ? [] : [kindMark(line.kind, language)],
		cells: values.map((value, at) => ({
			cell: cell(value),
			verdict: at === 0 ? '' : verdictOf(values[0] ?? null, value, language),
		})),
		country: cell(line.country),
		source: `${line.period}, ${line.publisher} ${line.tableId}`,
	};
}

function verdictOf(first: Measured | null, other: Measured | null, language: Language): string {
	if (!first || !other || 'missing' in first || 'missing' in other) return '';
	const t = readingTexts[language];
	const verdicts = {
		beyond_margin: t.beyondMargin,
		within_margin: t.withinMargin,
		no_margin: '',
	};
	return verdicts[differsBeyondMargin(first, other)];
}

/** The same as a table to download. */
export function comparedTable(
	{ areas, lines }: ComparedAreas,
	withSensitive: boolean,
	language: Language,
): FigureTable {
	const t = figureTexts[language];
	const r = readingTexts[language];
	const bySeries = new Map(lines.map((one) => [one.line.seriesId, one]));
	const { groups } = groupProfile(lines.map(({ line }) => line), withSensitive); // prettier-ignore
	return {
		title: r.compareTitle,
		columns: [r.subject, t.what, r.unit, ...areas.map(({ name, code }) => `${name} (${code})`), r.country], // prettier-ignore
		rows: groups.flatMap(({ name, entries }) =>
			entries.map(({ line }) => ({
				cells: [
					...[name?.[language] ?? t.other, nameOfLine(line, language), unitOfLine(line, language)],
					...(bySeries.get(line.seriesId)?.values ?? []),
					line.country,
				],
				origin: originOfLine(line),
			})),
		),
		notes: [r.compareLead],
	};
}
