import type { Area } from '#features/areas/area.queries.server.ts';
import { readingTexts } from '#locales/figure-reading.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { formatNumber } from '#ui/format.ts';
import type { ChartLine } from '#ui/line-chart.ts';
import { breakWords, formerWords } from './break-words.ts';
import { indicatorOf } from './catalogue.ts';
import { originWords, type FigureOrigin } from './figure-origin.ts';
import { figureSentences } from './figure-sentence.ts';
import { nameOfLine, unitOfLine } from './figure-words.ts';
import type { IndicatorPage, IndicatorRanking } from './indicator-page.server.ts';
import { cellView, kindMark, valueWords, type CellView } from './profile-view.ts';
import type { SeriesFacts } from './series.ts';

/** An area in the ranking, in words. */
export interface RankedRow {
	code: string;
	name: string;
	rank: string;
	isShared: boolean;
	isChosen: boolean;
	cell: CellView;
}

/** A year of the trend: a cell for each area, null where nothing was published. */
export interface CourseRow {
	period: string;
	cells: { cell: CellView; former: string; brokenBy: string }[];
	source: string;
}

export interface IndicatorView {
	name: string;
	period: string;
	unit: string;
	explanation: string[];
	/** The figure of the chosen area in sentences to read aloud; none where nothing was published about it. */
	sentences: string[];
	marks: string[];
	source: string;
	/** How a value is written in tables of which the unit stands elsewhere. */
	words: (value: number) => string;
	ranking: { rows: RankedRow[]; missing: string[] } | null;
	course: { lines: ChartLine[]; names: string[]; rows: CourseRow[] };
}

/** The page of an indicator in the reader's language; null when nothing was imported about it. */
export function indicatorView(page: IndicatorPage, language: Language): IndicatorView | null {
	const { series, area, ranking, courses } = page;
	if (!series) return null;
	const words = valueWords(series, language);
	return {
		name: nameOfLine(series, language),
		period: series.period,
		sentences: sentencesOf(page, series, language),
		unit: unitOfLine(series, language),
		explanation: explanationOf(series, language),
		marks: [
			...(series.kind === 'count' || series.kind === 'register'
				? []
				: [kindMark(series.kind, language)]),
			...(series.isProvisional ? [readingTexts[language].provisional] : []),
		],
		source: originWords(originOf(series), language),
		words,
		ranking: ranking && rankingView(ranking, area, words, language),
		course: courseView(courses, words, language),
	};
}

/** What the figure is here, beside the municipality and the country, and what it was before. */
function sentencesOf(
	{ courses }: IndicatorPage,
	series: SeriesFacts,
	language: Language,
): string[] {
	const [own, ...around] = courses;
	const here = own?.values.find(({ period }) => period === series.period);
	if (!own || !here) return [];
	const { statement, change, remarks } = figureSentences(
		{
			series: here,
			place: own.area,
			measured: here.measured,
			brokenBy: here.brokenBy,
			beside: around.map(({ area, values }) => ({
				place: area,
				measured: values.find(({ period }) => period === series.period)?.measured ?? null,
			})),
			earlier: own.values.filter(({ period }) => period < series.period).toReversed(),
		},
		language,
	);
	return [statement, change, ...remarks].filter((sentence) => sentence !== '');
}

/** Where a series comes from. */
export function originOf({ publication, period, kind, isProvisional }: SeriesFacts): FigureOrigin {
	return { ...publication, period, kind, isProvisional };
}

function explanationOf(series: SeriesFacts, language: Language): string[] {
	const r = readingTexts[language];
	const t = figureTexts[language];
	const known = indicatorOf(series.indicator);
	const directions = {
		favourable: r.moreIsFavourable,
		unfavourable: r.moreIsUnfavourable,
		neither: r.moreIsNeither,
	};
	return [
		known?.explanation[language] ?? r.unknownIndicator,
		known && (known.valueType === 'number' ? directions[known.direction] : r.isCode),
		series.publication.population && t.aboutWhom(series.publication.population[language]),
	].filter((text) => typeof text === 'string');
}

function rankingView(
	{ areas, missing }: IndicatorRanking,
	area: Area | null,
	words: (value: number) => string,
	language: Language,
): NonNullable<IndicatorView['ranking']> {
	const r = readingTexts[language];
	const reasons = figureTexts[language].missing;
	return {
		rows: areas.map(({ code, name, rank, isShared, measured }) => ({
			...{ code, name, isShared, isChosen: code === area?.code },
			rank: formatNumber(rank, language, 0),
			cell: cellView(measured, words, language),
		})),
		missing: missing.map(({ reason, count, areas: without }) =>
			without.length > 0
				? r.missingLine(reasons[reason], without.map(({ name }) => name).join(', '))
				: r.missingCount(reasons[reason], formatNumber(count, language, 0)),
		),
	};
}

function courseView(
	courses: IndicatorPage['courses'],
	words: (value: number) => string,
	language: Language,
): IndicatorView['course'] {
	const known = courses.filter(({ values }) => values.length > 0);
	const periods = [...new Set(known.flatMap(({ values }) => values.map(({ period }) => period)))];
	const at = (values: (typeof known)[number]['values'], period: string) =>
		values.find((one) => one.period === period);
	return {
		names: known.map(({ area }) => area.name),
		lines: known.map(({ area, values }) => ({
			id: area.code,
			label: area.name,
			points: values.map(({ period, measured, isBreak }) => ({
				x: momentOf(period),
				at: period,
				isBreak,
				...('value' in measured ? measured : { value: null }),
			})),
		})),
		rows: periods.toSorted().map((period) => {
			const cells = known.map(({ values }) => {
				const one = at(values, period);
				return {
					cell: cellView(one?.measured ?? { missing: 'not_measured' }, words, language),
					former: formerWords(one?.formerCodes ?? [], language),
					brokenBy: one?.brokenBy ? breakWords(one.brokenBy, language) : '',
				};
			});
			const series = known.flatMap(({ values }) => at(values, period) ?? [])[0];
			const table = series
				? `${series.publication.tableId}, ${readingTexts[language].tableBoundaries(series.publication.boundaryYear)}`
				: '';
			return { period, cells, source: table };
		}),
	};
}

/** Where a period stands on the scale of time: its year, with the part of it for months; the end of a span. */
export function momentOf(period: string): number {
	const span = /^\d{4}-(\d{4})$/.exec(period);
	if (span) return Number(span[1]);
	const [, year, unit, number] = /^(\d{4})(?:(MM|KW|-)(\d{2}))?/.exec(period) ?? [];
	if (!year) return 0;
	if (!unit) return Number(year);
	return Number(year) + (Number(number) - 1) / (unit === 'KW' ? 4 : 12);
}
