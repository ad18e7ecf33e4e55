import type { SectionContent } from './section-content.schema.ts';

/**
 * A section in which one sentence reads otherwise: it goes on resting on what it rested on, mentioned behind it. Null
 * when the section has no sentence of these words (any more); of two the first is meant.
 */
export function withSentence(
	content: SectionContent,
	former: string,
	text: string,
): SectionContent | null {
	let isFound = false;
	const paragraphs = content.paragraphs.map(({ sentences }) => ({
		sentences: sentences.map((sentence) => {
			if (isFound || sentence.text !== former) return sentence;
			isFound = true;
			return { text, refs: sentence.refs.map((ref) => ({ ...ref, at: text.length })) };
		}),
	}));
	return isFound ? { paragraphs } : null;
}
