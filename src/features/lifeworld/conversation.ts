import type { ConversationDetails } from '#features/evidence/evidence-details.schema.ts';
import { momentOf } from '#features/evidence/moment.ts';
import { invalid, type FieldProblem } from '#kernel/failure.ts';
import type { Language } from '#locales/messages.ts';
import type { FilledConversation } from './conversation.schema.ts';
import { questionsOf } from './conversation-questions.ts';
import { excerpt } from './excerpt.ts';
import type { Guides } from './guide.schema.ts';
import type { StoredSpot } from './spot.server.ts';

/**
 * A conversation as it is stored: the questions as they stood in the guide, in the language of who asked them, with
 * what was answered. Throws every problem at once: an unknown guide, role or question, and no answer at all.
 * `guides` has the guide in the version that is answered. `before` is what was stored so far: its questions stay as
 * they were put.
 */
export function conversationEntry(
	input: FilledConversation,
	where: StoredSpot,
	guides: Guides,
	language: Language,
	now: Date,
	before?: ConversationDetails,
) {
	const { happenedOn, happenedTime, themes, aboutVulnerable, answers: given } = input;
	const {
		guide: guideId,
		speakerRole,
		placeKind,
		channel,
		askedBy,
		enteredFrom,
		stack,
		sheet,
	} = input;
	const guide = guides.guides.find(({ id }) => id === input.guide);
	const questions = questionsOf(guide, language, before);
	const problems = problemsOf(input, guides, questions);
	if (!guide || problems.length > 0) throw invalid(problems);
	const answers = [...questions].flatMap(([questionId, question]) => {
		const answer = given[questionId];
		return answer ? [{ questionId, question, answer }] : [];
	});
	const details = {
		guide: guideId,
		speakerRole,
		placeKind,
		channel,
		askedBy,
		enteredFrom,
		stack,
		sheet,
		speaker: guide.speaker as ConversationDetails['speaker'],
		guideVersion: guide.version,
		answers,
	};
	return {
		title: excerpt(answers[0]?.answer ?? ''),
		...where,
		themes,
		aboutVulnerable,
		moment: momentOf({ happenedOn, happenedTime }, now),
		content: { kind: 'conversation' as const, details },
	};
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
