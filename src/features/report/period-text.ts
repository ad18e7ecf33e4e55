import type { Language } from '#locales/messages.ts';
import { formatDate } from '#ui/format.ts';

/** A period as precise as its ends are known; null when neither is. */
export function periodText(
	starts: string | null,
	ends: string | null,
	language: Language,
): string | null {
	const [from, to] = [starts, ends].map((date) => date && formatDate(date, language));
	if (!from && !to) return null;
	return from && to && from !== to ? `${from} – ${to}` : (from ?? to ?? null);
}
