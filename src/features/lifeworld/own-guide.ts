import { freeId, slugOf } from '#features/trajectory/slug.ts';
import type { FieldProblem } from '#kernel/failure.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { Guide, GuideContent } from './guide.schema.ts';
import type { TypedQuestion } from './own-guide.schema.ts';

/** A guide that is being written: like one in use, but English may be empty. */
export type GuideDraft = Pick<GuideContent, 'speaker' | 'name' | 'questions'>;

/** A copy to work on, under a name of its own. */
export function draftFrom({ speaker, questions }: Guide, name: string): GuideDraft {
	return { speaker, questions, name: { nl: name, en: '' } };
}

/**
 * The questions as they were typed, in the order that was asked for. A question that was there keeps its id, so that its
 * answers stay beside each other; a new one gets an id made of its words that no question of the guide, now or before, has.
 */
export function questionsFrom(
	typed: readonly TypedQuestion[],
	taken: ReadonlySet<string>,
): GuideDraft['questions'] {
	const used = new Set([...taken, ...typed.flatMap(({ id }) => id ?? [])]);
	return inOrder(typed)
		.filter(({ textNl }) => textNl !== '')
		.map(({ id, textNl, textEn }) => {
			const own = id ?? freeId(slugOf(textNl).slice(0, 40) || 'vraag', used);
			used.add(own);
			return { id: own, question: { nl: textNl, en: textEn } };
		});
}

/** What is wrong with typed questions: none at all, English without Dutch, an id that is not there or stands twice. */
export function questionProblems(
	typed: readonly TypedQuestion[],
	known: ReadonlySet<string>,
): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const seen = new Set<string>();
	for (const [at, { id, textNl, textEn }] of typed.entries()) {
		if (textNl === '' && textEn !== '')
			problems.push({ path: `questions.${at}.textNl`, code: 'required' });
		if (id === undefined) continue;
		if (!known.has(id) || seen.has(id))
			problems.push({ path: `questions.${at}.textNl`, code: 'unknown' });
		seen.add(id);
	}
	if (typed.every(({ textNl }) => textNl === ''))
		problems.push({ path: 'questions', code: 'required' });
	return problems;
}

/** What goes into use: where English is missing, the Dutch text stands. */
export function guideToUse({ speaker, name, questions }: GuideDraft, id: string): GuideContent {
	return {
		id,
		speaker,
		name: filled(name),
		questions: questions.map((one) => ({ id: one.id, question: filled(one.question) })),
	};
}

function filled({ nl, en }: Bilingual): Bilingual {
	return { nl, en: en || nl };
}

/** Who wants another place goes before what stands there when it moves up, and behind it when it moves down. */
function inOrder(typed: readonly TypedQuestion[]): TypedQuestion[] {
	const wish = typed.map((question, at) => {
		const place = question.place ?? at + 1;
		return { question, key: place + Math.sign(place - (at + 1)) / 2 };
	});
	return wish.sort((a, b) => a.key - b.key).map(({ question }) => question);
}
