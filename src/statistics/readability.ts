/** What a text is like to read, by two plain measures. */
export interface Readability {
	/** 0 to 100 for ordinary texts; the higher, the easier. NaN for a text without words. */
	ease: number;
	/** The mean number of words in a sentence. */
	sentenceLength: number;
	/** The number of words in the longest sentence. */
	longestSentence: number;
}

/**
 * How easy a Dutch text is: the Flesch-Douma formula, 206.84 − 0.93 × words per sentence − 77 × syllables per word
 * (W. H. Douma, De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen, Bulletin 17, 1960; Flesch's Reading
 * Ease of 1948, fitted to Dutch). Douma calls 60 to 70 ordinary and 70 to 80 fairly easy. It counts lengths only and
 * knows nothing of words or of what is said: an approximation, no proof of level B1.
 */
export function dutchReadability(text: string): Readability {
	const sentences = text
		.split(/[.!?…:]+(?=\s|$)|\n+/)
		.map(wordsOf)
		.filter((words) => words.length > 0);
	const words = sentences.flat();
	const sentenceLength = words.length / sentences.length;
	const syllables = words.reduce((sum, word) => sum + dutchSyllables(word), 0);
	return {
		ease: 206.84 - 0.93 * sentenceLength - 77 * (syllables / words.length),
		sentenceLength,
		longestSentence: Math.max(0, ...sentences.map(({ length }) => length)),
	};
}

const wordsOf = (sentence: string): string[] =>
	sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** Vowels that sound as one, the longest first; a vowel with a diaeresis begins a syllable of its own. */
const nucleus =
	/aai|ooi|oei|eeuw|ieuw|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]/g;

/** The number of syllables in a Dutch word, by its groups of vowels; a number in digits counts as one. */
export function dutchSyllables(word: string): number {
	return Math.max(1, word.toLowerCase().match(nucleus)?.length ?? 0);
}
