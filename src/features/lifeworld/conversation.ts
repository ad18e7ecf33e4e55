import type { ConversationDetails } from '#features/evidence/evidence-details.schema.ts';
import { momentOf } from '#features/evidence/moment.ts';
import { invalid, type FieldProblem } from '#kernel/failure.ts';
import type { Language } from '#locales/messages.ts';
import type { FilledConversation } from './conversation.schema.ts';
import { excerpt } from './excerpt.ts';
import type { Guide, Guides } from './guide.schema.ts';

/**
 * A conversation as it is stored: the questions as they stood in the guide, in the language of who asked them, with
 * what was answered. Throws every problem at once: an unknown guide, role or question, and no answer at all.
 * `before` is what was stored so far: its questions stay as they were put, also when the guide changed since.
 */
export function conversationEntry(
	input: FilledConversation,
	guides: Guides,
	language: Language,
	now: Date,
	before?: ConversationDetails,
) {
	const { place, happenedOn, happenedTime, themes, answers: given, ...rest } = input;
	const guide = guides.guides.find(({ id }) => id === input.guide);
	const questions = questionsOf(guide, language, before);
	const problems = problemsOf(input, guides, questions);
	if (!guide || problems.length > 0) throw invalid(problems);
	const answers = [...questions].flatMap(([questionId, question]) => {
		const answer = given[questionId];
		return answer ? [{ questionId, question, answer }] : [];
	});
	const isSame = before?.guide === guide.id;
	const details = {
		...rest,
		speaker: guide.speaker as ConversationDetails['speaker'],
		guideVersion: isSame ? before.guideVersion : guides.version,
		answers,
	};
	return {
		title: excerpt(answers[0]?.answer ?? ''),
		place,
		themes,
		moment: momentOf({ happenedOn, happenedTime }, now),
		content: { kind: 'conversation' as const, details },
	};
}

/** The questions of a guide by id, in its order; those that were put before first. */
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

function problemsOf(
	{ guide, speakerRole, answers }: FilledConversation,
	guides: Guides,
	questions: Map<string, string>,
): FieldProblem[] {
	const found = guides.guides.find(({ id }) => id === guide);
	if (!found) return [{ path: 'guide', code: 'choose' }];
	const { roles } = guides.speakers.find(({ id }) => id === found.speaker) ?? { roles: [] };
	const problems: FieldProblem[] = [];
	if (speakerRole && !roles.some(({ id }) => id === speakerRole))
		problems.push({ path: 'speakerRole', code: 'unknown' });
	for (const id of Object.keys(answers))
		if (!questions.has(id)) problems.push({ path: `answers.${id}`, code: 'unknown' });
	if (!Object.values(answers).some(Boolean)) problems.push({ path: 'answers', code: 'no_answer' });
	return problems;
}
