import { indicatorOf } from './catalogue.ts';
import type { IndicatorPage, RankedLevel } from './indicator-page.server.ts';

type MapAsked = { seriesId: number; level: RankedLevel; within?: string } | 'too_many' | null;

/**
 * What the map of an indicator's page asks for (the input of `showIndicatorMap`): the areas that are ranked. `too_many`
 * for the neighbourhoods of the whole country, which no screen shows apart; null where there is nothing to colour: no
 * series, a level below the lowest one, or a code instead of a number.
 */
export function mapAsked({ series, ranking, area, above }: IndicatorPage): MapAsked {
	const isNumber = (indicatorOf(series?.indicator ?? null)?.valueType ?? 'number') === 'number';
	if (!series || !ranking || !area || !isNumber) return null;
	const { level, scope } = ranking;
	if (scope === 'country')
		return level === 'neighbourhood' ? 'too_many' : { seriesId: series.seriesId, level };
	const within = [area, ...above].find((one) => one.level === 'municipality')?.code;
	return within ? { seriesId: series.seriesId, level, within } : null;
}
