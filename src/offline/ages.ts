import type { Language } from '#locales/messages.ts';
import { offlineTexts } from '#locales/offline.ts';

const minute = 60_000;

/** How long ago something was kept, in words. A clock that was set back since makes it "just now", not a riddle. */
export function ageOf(at: number, now: number, language: Language): string {
	const t = offlineTexts[language];
	const minutes = Math.floor((now - at) / minute);
	if (minutes < 1) return t.justNow;
	if (minutes < 60) return t.minutesAgo(minutes);
	const hours = Math.floor(minutes / 60);
	return hours < 24 ? t.hoursAgo(hours) : t.daysAgo(Math.floor(hours / 24));
}
