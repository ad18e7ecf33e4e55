import { sentenceTexts } from '#locales/figure-sentence.ts';
import { wordFor, type Language } from '#locales/messages.ts';
import { formatDate } from '#ui/format.ts';

/**
 * A period as a sentence says it: `2020` (also of CBS's own `2020JJ00`), `maart 2024` (of `2024MM03`),
 * `het vierde kwartaal van 2023` (of `2023KW04`), `de jaren 2012 tot en met 2022` (of `2012-2022`).
 */
export function periodWords(period: string, language: Language): string {
	const t = sentenceTexts[language];
	const span = /^(\d{4})-(\d{4})$/.exec(period);
	if (span) return t.span(span[1] as string, span[2] as string);
	const [, year, unit, number] = /^(\d{4})(?:(MM|KW|-)(\d{2}))?/.exec(period) ?? [];
	if (!year) return period;
	if (unit === 'MM' || unit === '-') return formatDate(`${year}-${number}`, language);
	if (unit === 'KW') return t.quarterOf(wordFor(t.quarters, String(Number(number))), year);
	return year;
}
