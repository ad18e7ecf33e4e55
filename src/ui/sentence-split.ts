/** Words that end in a full stop in the middle of a sentence. */
const abbreviations =
	/(?:^|[\s(“"'‘])(?:bijv|bv|ca|dhr|dr|drs|e\.a|e\.g|etc|i\.e|i\.p\.v|i\.v\.m|incl|ir|m\.b\.t|m\.n|mevr|mr|mrs|ms|mw|nr|o\.a|prof|resp|sint|st|t\.o\.v|vs|zgn)\.$/i;

/** A full stop, question mark or exclamation mark, with the quotes and brackets that close behind it. */
const closing = /[.!?…]+["'’”)\]]*(?=\s+["'‘“(]?\p{Lu})/gu;

/**
 * Where the sentences of a paragraph end: the positions behind their last character, the last being the paragraph's
 * length. Inside “ ” nothing ends: what somebody said stays whole, with what it rests on.
 */
export function splitSentences(text: string): number[] {
	if (text === '') return [];
	const quoted = [...text.matchAll(/“[^”]*”/g)].map(({ 0: quote, index }) => [
		index,
		index + quote.length,
	]);
	const ends = [...text.matchAll(closing)].flatMap(({ 0: mark, index }) => {
		const end = index + mark.length;
		const isInside = quoted.some(([from = 0, to = 0]) => end > from && end < to);
		return isInside || abbreviations.test(text.slice(0, index + 1)) ? [] : [end];
	});
	return [...ends, text.length];
}
