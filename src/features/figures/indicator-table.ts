import { areaHistoryTexts } from '#locales/area-history.ts';
import { readingTexts } from '#locales/figure-reading.ts';
import type { Language } from '#locales/messages.ts';
import { breakWords, formerWords } from './break-words.ts';
import type { FigureTable } from './figure-download.ts';
import { nameOfLine, unitOfLine } from './figure-words.ts';
import type { IndicatorPage } from './indicator-page.server.ts';
import { originOf } from './indicator-view.ts';
import type { SeriesFacts } from './series.ts';

/** The ranking as a table to download; also what the map shows. */
export function rankingTable(
	{ ranking }: IndicatorPage,
	series: SeriesFacts,
	language: Language,
): FigureTable {
	const r = readingTexts[language];
	const origin = originOf(series);
	const title = `${nameOfLine(series, language)}, ${series.period}`;
	return {
		title,
		columns: [r.rank, r.area, r.code, headingOf(series, language)],
		rows: [
			...(ranking?.areas ?? []).map(({ rank, name, code, measured }) => ({
				cells: [rank, name, code, measured],
				origin,
			})),
			...(ranking?.missing ?? []).flatMap(({ reason, areas }) =>
				areas.map(({ code, name }) => ({
					cells: [null, name, code, { missing: reason }],
					origin,
				})),
			),
		],
		notes: [r.rankLead],
	};
}

/** The course over the years as a table to download: a row per year and area. */
export function courseTable(
	{ courses }: IndicatorPage,
	series: SeriesFacts,
	language: Language,
): FigureTable {
	const r = readingTexts[language];
	return {
		title: nameOfLine(series, language),
		columns: [
			...[r.area, r.code, r.year, headingOf(series, language), r.breakColumn],
			areaHistoryTexts[language].columnFormer,
		],
		rows: courses.flatMap(({ area, values }) =>
			values.map((one) => ({
				cells: [
					area.name,
					area.code,
					one.period,
					one.measured,
					one.brokenBy ? breakWords(one.brokenBy, language) : '',
					formerWords(one.formerCodes, language),
				],
				origin: originOf(one),
			})),
		),
		notes: [],
	};
}

function headingOf(series: SeriesFacts, language: Language): string {
	const unit = unitOfLine(series, language);
	const name = nameOfLine(series, language);
	return unit ? `${name} (${unit})` : name;
}
