import { areaMap, type AreaMap, type MapChoice } from '#features/areas/area-map.ts';
import type { Language } from '#locales/messages.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import type { IndicatorMapData } from './indicator-map.queries.server.ts';
import type { SeriesFacts } from './series.ts';

/** The map of an indicator in words and classes; `hrefOf` gives where an area leads. */
export function indicatorMap(
	{ values, shapes }: IndicatorMapData,
	series: SeriesFacts,
	choice: MapChoice,
	language: Language,
	hrefOf: (code: string) => string,
): AreaMap & { legend: string } {
	const { decimals, period } = series;
	const unit = unitOfLine(series, language);
	const areas = values.map(({ code, name, measured }) => ({
		code,
		name,
		value: 'value' in measured ? measured.value : null,
		text: figureWords(measured, { unit, decimals }, language),
		href: hrefOf(code),
	}));
	const bare = (value: number) => figureWords({ value }, { unit: '', decimals }, language);
	return {
		...areaMap(areas, shapes, choice, language, bare, hrefOf),
		legend: `${nameOfLine(series, language)}${unit ? ` (${unit})` : ''}, ${period}`,
	};
}
