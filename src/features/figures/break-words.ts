import type { AreaBreak } from '#features/areas/area-course.ts';
import { areaHistoryTexts } from '#locales/area-history.ts';
import type { Language } from '#locales/messages.ts';
import { formatList } from '#ui/format.ts';

/** Why a figure cannot be put behind the one before it. */
export function breakWords({ reason, year, codes }: AreaBreak, language: Language): string {
	return areaHistoryTexts[language].breaks[reason](String(year), formatList(codes, language));
}

/** The same in a few words, for under a small line. */
export function shortBreakWords({ reason, year }: AreaBreak, language: Language): string {
	return areaHistoryTexts[language].shortBreaks[reason](String(year));
}

/** Under which other codes a figure was published; '' when it was the own one. */
export function formerWords(codes: readonly string[], language: Language): string {
	const t = areaHistoryTexts[language];
	if (codes.length === 0) return '';
	const [code] = codes;
	return codes.length === 1 && code ? t.formerly(code) : t.sumOf(formatList(codes, language));
}
