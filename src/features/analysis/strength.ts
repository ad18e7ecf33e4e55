/** How strongly a source supports its finding; no strength means that nobody judged it. */
export const strengths = ['strong', 'partly', 'weak', 'contradicts'] as const;
export type Strength = (typeof strengths)[number];

/** What comes first when one source was judged more than once: that it contradicts is never hidden by a kinder word. */
const order: readonly Strength[] = ['contradicts', 'strong', 'partly', 'weak'];

/** The word that speaks for all judgements of one source; null when nobody judged it. */
export function strongest(judged: readonly { strength: Strength | null }[]): Strength | null {
	return order.find((one) => judged.some(({ strength }) => strength === one)) ?? null;
}

/** How many sources were given each word, in the order of the words; words that nobody gave are left out. */
export function countsOfStrength(
	given: Readonly<Record<string, Strength>>,
): { strength: Strength; count: number }[] {
	const all = Object.values(given);
	return strengths
		.map((strength) => ({ strength, count: all.filter((one) => one === strength).length }))
		.filter(({ count }) => count > 0);
}
