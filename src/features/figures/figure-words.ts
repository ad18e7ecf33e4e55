import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { formatNumber, formatPercent } from '#ui/format.ts';
import { indicatorOf } from './catalogue.ts';
import type { Measured, MissingText } from './measured.ts';
import type { ProfileLine } from './profile.ts';

type Named = Pick<ProfileLine, 'indicator' | 'title' | 'unit'>;

/** What a line measures, in the reader's language where the catalogue knows it; else as the publisher calls it. */
export function nameOfLine({ indicator, title }: Named, language: Language): string {
	return indicatorOf(indicator)?.name[language] ?? title;
}

/** The unit in the reader's language; '' for a plain count, which needs no unit. */
export function unitOfLine({ indicator, unit }: Named, language: Language): string {
	const known = indicatorOf(indicator)?.unit;
	const isPlain = (known?.nl ?? unit) === 'aantal' || (known?.nl ?? unit) === 'code';
	return isPlain ? '' : (known?.[language] ?? unit);
}

/**
 * A value as people write it (`3.895`, `26%`, `€ 23.900`), or the reason why there is none. As many decimals as
 * the publisher gives, also where they are zeros: below one another `34,0%` and `44,5%` are equally precise.
 */
export function figureWords(
	measured: Measured,
	{ unit, decimals }: { unit: string; decimals: number },
	language: Language,
): string {
	if ('missing' in measured) return missingWords(measured.missing, language);
	const { value } = measured;
	if (unit === '%') return formatPercent(value, language, decimals, decimals);
	if (/^(?:× ?€ ?|x )1[., ]?000(?: euro)?$/.test(unit))
		return `€ ${formatNumber(value * 1000, language, 0)}`;
	const number = formatNumber(value, language, decimals, decimals);
	return unit === '' ? number : `${number} ${unit}`;
}

/** Why a value is missing, in words. */
function missingWords(missing: MissingText, language: Language): string {
	return figureTexts[language].missing[missing];
}
