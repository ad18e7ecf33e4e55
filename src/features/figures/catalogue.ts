import indicators from '#content/indicators.json' with { type: 'json' };
import type { Indicator, IndicatorCatalogue } from './indicator.schema.ts';

/** The catalogue of indicators; its shape is checked by a test. */
export const catalogue = indicators as IndicatorCatalogue;

const byId = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]));

/** An indicator of the catalogue, or undefined. */
export function indicatorOf(id: string | null): Indicator | undefined {
	return id === null ? undefined : byId.get(id);
}
