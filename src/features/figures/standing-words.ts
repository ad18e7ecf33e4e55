import { readingTexts } from '#locales/figure-reading.ts';
import type { Language } from '#locales/messages.ts';
import type { Indicator } from './indicator.schema.ts';

/**
 * Where a value stands among all areas of a level, as one would say it aloud: “hoger dan in 8 van de 10 buurten”.
 * @param place mid-rank percentile, 0–100
 * @param many the areas it is compared with: “buurten”
 */
export function placeWords(place: number, many: string, language: Language): string {
	const t = readingTexts[language];
	if (place >= 99) return t.placeHighest(many);
	if (place <= 1) return t.placeLowest(many);
	const isHigh = place >= 50;
	const share = isHigh ? place : 100 - place;
	if (share < 55) return t.placeMiddle(many);
	const [part, whole] = share >= 95 ? ['19', '20'] : [String(Math.min(9, Math.round(share / 10))), '10']; // prettier-ignore
	return isHigh ? t.placeHigher(part, whole, many) : t.placeLower(part, whole, many);
}

/** What a high (or low) place means, in a word; '' where it means neither or the place is around the middle. */
export function favourWords(
	place: number,
	direction: Indicator['direction'] | undefined,
	language: Language,
): string {
	if (!direction || direction === 'neither' || Math.abs(place - 50) < 5) return '';
	const isFavourable = (direction === 'favourable') === place > 50;
	return isFavourable ? readingTexts[language].isFavourable : readingTexts[language].isUnfavourable;
}
