import type { DocumentModel } from '#ui/document/model.ts';
import { blockText } from '#ui/document/plain-text.ts';

/**
 * What a document says in its own words: without headings, and without what stands between quotation marks, which are
 * people's own words and stay as they said them.
 */
export function ownWords(model: DocumentModel): string {
	return model.blocks
		.filter(({ type }) => type !== 'heading' && type !== 'sources')
		.map((block) => blockText(block).replaceAll(/“[^”]*”/g, ''))
		.join('\n');
}
