import type { EvidenceContent } from './evidence-details.schema.ts';

/** One text of a source: what can be marked in. */
export interface SourceText {
	/** Its place in the details: `seen`, `answers.pleasant`. */
	part: string;
	/** The question that it answers. */
	question: string | null;
	text: string;
}

/** Where people write in their own words, whatever the kind. */
const textFields = ['seen', 'activities', 'text', 'summary'];

/** The texts of a source that are somebody's own words, in the order in which they are read. */
export function sourceTexts({
	kind,
	details,
}: Pick<EvidenceContent, 'kind' | 'details'>): SourceText[] {
	if (kind === 'figure') return [];
	if ('answers' in details)
		return details.answers.map(({ questionId, question, answer }) => ({
			part: `answers.${questionId}`,
			question,
			text: answer,
		}));
	const written: [string, unknown][] = Object.entries(details);
	return textFields.flatMap((part) => {
		const text = written.find(([name]) => name === part)?.[1];
		return typeof text === 'string' && text !== '' ? [{ part, question: null, text }] : [];
	});
}
