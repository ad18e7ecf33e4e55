import type { ConversationDetails } from '#features/evidence/evidence-details.schema.ts';
import type { Language } from '#locales/messages.ts';
import type { Guide } from './guide.schema.ts';

/** The questions of a guide by id, in its order; those that were put before as they were put. */
export function questionsOf(
	guide: Guide | undefined,
	language: Language,
	before?: ConversationDetails,
): Map<string, string> {
	const put = before && before.guide === guide?.id ? before.answers : [];
	const questions = new Map(guide?.questions.map(({ id, question }) => [id, question[language]]));
	for (const { questionId, question } of put) questions.set(questionId, question);
	return questions;
}
