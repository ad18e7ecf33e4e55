import { executionTexts } from '#locales/execution.ts';
import type { Language } from '#locales/messages.ts';
import { formatDate } from '#ui/format.ts';

interface Timed {
	starts: string | null;
	ends: string | null;
}

/** A period in words, saying no more than is known: `oktober 2007 tot en met 2009`, `vanaf 2007`. */
export function periodText({ starts, ends }: Timed, language: Language): string {
	const t = executionTexts[language];
	const date = (iso: string) => formatDate(iso, language);
	if (starts !== null && ends !== null) return t.fromUntil(date(starts), date(ends));
	if (starts !== null) return t.from(date(starts));
	return ends === null ? t.periodUnknown : t.until(date(ends));
}
