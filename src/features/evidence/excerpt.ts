import { plain } from './search-words.ts';

/** A stretch of text: words that were looked for, or what stands between them. */
export interface Piece {
	text: string;
	isFound: boolean;
}

/** About as many letters as two lines of a list hold. */
const mostLetters = 180;
/** So many letters stand before the first word that was found. */
const lead = 50;

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text as the search knows them: small letters without accents, each once. */
export function wordsIn(text: string): Set<string> {
	return new Set((text.match(word) ?? []).map(plain));
}

/** A text with the words that were looked for apart. */
export function markedText(text: string, found: ReadonlySet<string>): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const { index, 0: one } of text.matchAll(word)) {
		if (!found.has(plain(one))) continue;
		if (index > at) pieces.push({ text: text.slice(at, index), isFound: false });
		pieces.push({ text: one, isFound: true });
		at = index + one.length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), isFound: false });
	return pieces;
}

/**
 * The stretch of these texts that says most of what was looked for, cut between words, with the words apart; nothing when
 * none of them says any of it.
 */
export function excerptOf(texts: readonly string[], found: ReadonlySet<string>): Piece[] {
	let best = { said: 0, text: '', from: 0 };
	for (const text of texts)
		for (const { index, 0: one } of text.matchAll(word)) {
			if (!found.has(plain(one))) continue;
			const stretch = text.slice(index, index + mostLetters - lead);
			const said = [...wordsIn(stretch)].filter((each) => found.has(each)).length;
			if (said > best.said) best = { said, text, from: index };
		}
	return best.said === 0 ? [] : markedText(cut(best.text, best.from), found);
}

/** A stretch of a text around a place, with whole words and dots where it was cut. */
function cut(text: string, around: number): string {
	const from = text.length <= mostLetters ? 0 : Math.max(0, around - lead);
	const begin = from === 0 ? 0 : text.indexOf(' ', from) + 1;
	const rest = text.slice(begin);
	const end = rest.length <= mostLetters ? rest.length : rest.lastIndexOf(' ', mostLetters);
	const stretch = rest.slice(0, end > 0 ? end : mostLetters);
	return `${begin > 0 ? '… ' : ''}${stretch}${stretch.length < rest.length ? ' …' : ''}`;
}
