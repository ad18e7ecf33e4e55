import type { Language } from '#locales/messages.ts';

/** What a place is called, and how large it is. */
export interface NamedPlace {
	name: string;
	level: 'country' | 'municipality' | 'district' | 'neighbourhood' | null;
}

/** Islands and what was one: one lives on them. */
const islands = new Set([
	...['Ameland', 'Schiermonnikoog', 'Terschelling', 'Texel', 'Vlieland', 'Urk', 'Marken'],
	...['Goeree-Overflakkee', 'Schouwen-Duiveland', 'Noord-Beveland', 'Tholen', 'IJburg'],
]);

/** Grounds: one is on them too. */
const grounds =
	/^(?:bedrijven|industrie|haven|sport|kazerne)(?:terrein|gebied)|^(?:bedrijvenpark|landgoed|campus)\b|eiland$/i;

/** What levels are called between the preposition and a name. */
const levels = {
	nl: { country: 'het land', municipality: 'de gemeente', district: 'de wijk', neighbourhood: 'de buurt' }, // prettier-ignore
	en: { country: 'the country', municipality: 'the municipality of', district: 'the district of', neighbourhood: 'the neighbourhood of' }, // prettier-ignore
} as const;

/**
 * Where something is, with the preposition that people use: `in Geitenkamp`, `op Texel`, `in the Netherlands`. With
 * `withLevel` also what it is (`in de wijk Baarn`), for where a district and its municipality have the same name.
 */
export function placeWords(
	{ name, level }: NamedPlace,
	language: Language,
	withLevel = false,
): string {
	if (level === 'country' && name === 'Nederland')
		return language === 'nl' ? 'in Nederland' : 'in the Netherlands';
	if (withLevel && level) return `in ${levels[language][level]} ${name}`;
	const isOn = islands.has(name) || grounds.test(name);
	if (language === 'en') return `${isOn ? 'on' : 'in'} ${name}`;
	// CBS writes `Wijk 10 Geitenkamp`; within a sentence it is a common noun.
	const inSentence = name.replace(/^(Wijk|Buurt)(?= \d)/, (word) => word.toLowerCase());
	return `${isOn ? 'op' : 'in'} ${inSentence}`;
}
