import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { wordFor, type Language } from '#locales/messages.ts';
import { reportTexts } from '#locales/report.ts';
import { formatNumber } from '#ui/format.ts';

/** The value of a figure with its unit, or why there is none. */
export function figureText(
	{ value, missing }: Pick<FigureDetails, 'value' | 'missing'>,
	{ unit, decimals }: Pick<FigureDetails, 'unit' | 'decimals'>,
	language: Language,
): string {
	const t = reportTexts[language];
	if (value === null) return missing ? wordFor(t.missing, missing) : t.noValue;
	const number = formatNumber(value, language, decimals, decimals);
	if (unit === '%') return `${number}%`;
	return [number, unit].filter(Boolean).join(' ');
}
