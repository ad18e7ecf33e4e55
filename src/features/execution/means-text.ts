import { executionTexts } from '#locales/execution.ts';
import type { Language } from '#locales/messages.ts';
import { formatEuro, formatNumber } from '#ui/format.ts';
import type { Means } from './means.queries.server.ts';

/** Money or hours in words: `Gemeente: € 1.250`, `Financier nog niet gevonden: bedrag nog onbekend`. */
export function meansText(means: Means, language: Language): string {
	const t = executionTexts[language];
	const isMoney = means.kind === 'money';
	const who = means.financier || (isMoney ? t.unknownFinancier : t.unknownHelper);
	return `${who}: ${isMoney ? money(means.cents, language) : hours(means.hours, language)}`;
}

function money(cents: number | null, language: Language): string {
	return cents === null ? executionTexts[language].unknownAmount : formatEuro(cents, language);
}

function hours(count: number | null, language: Language): string {
	const t = executionTexts[language];
	return count === null ? t.unknownHours : t.hours(formatNumber(count, language, 2));
}
