import type { RankedLevel, RankedScope } from './indicator-page.server.ts';

const levelWords = { municipality: 'gemeenten', district: 'wijken', neighbourhood: 'buurten' } as const; // prettier-ignore
const scopeWords = { municipality: 'gemeente', country: 'land' } as const;

/** What the address of an indicator's page asks for, as the input of its query; what is left out is undefined. */
export function indicatorAsked(id: string, query: URLSearchParams) {
	const text = (name: string) => query.get(name)?.trim() || undefined;
	return {
		id,
		areaCode: text('gebied'),
		period: text('jaar'),
		publisher: text('uitgever'),
		level: keyOf(levelWords, text('niveau')),
		scope: keyOf(scopeWords, text('waar')),
		page: text('pagina'),
	};
}

/** How a level and a scope are written in an address. */
export function levelWord(level: RankedLevel): string {
	return levelWords[level];
}

export function scopeWord(scope: RankedScope): string {
	return scopeWords[scope];
}

function keyOf<const Words extends Record<string, string>>(
	words: Words,
	word: string | undefined,
): keyof Words | undefined {
	return Object.keys(words).find((key) => words[key] === word);
}
