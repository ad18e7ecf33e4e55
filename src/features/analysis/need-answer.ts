import type {
	ConversationDetails,
	EvidenceContent,
} from '#features/evidence/evidence-details.schema.ts';
import { excerpt } from '#features/lifeworld/excerpt.ts';
import type { Language } from '#locales/messages.ts';
import { needTexts } from '#locales/analysis-need.ts';

/** The kinds of evidence that an answer can become. */
export const foundKinds = ['conversation', 'observation', 'meeting', 'document'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What an answer is put among the sources as: one of these, a source that is there already, or none. */
export const answerKinds = [...foundKinds, 'existing', 'none'] as const;

/** The kind of evidence that fits a method, out of the methods that are offered; null for a method in other words. */
export function kindOfMethod(method: string, language: Language): FoundKind | null {
	const known = needTexts[language].methods;
	return (
		foundKinds.find((kind) => Object.values(known[kind]).some((one) => one === method.trim())) ??
		null
	);
}

interface Answered {
	question: string;
	answer: string;
	/** How it was found out; '' when nobody said. */
	method: string;
	/** Who found out: an organisation or a role; '' when nobody said. */
	who: string;
}

/** What is told of how an answer was found holds this many characters, so that with the answer it fits every kind. */
const mostOfHow = 450;

/**
 * An answer as evidence of a kind: its title is the question, its text the answer, with how it was found and by whom. A
 * conversation needs who spoke, and the guide for that speaker.
 */
export function answerAsEvidence(
	answered: Answered,
	kind: FoundKind,
	language: Language,
	talk: Pick<ConversationDetails, 'speaker' | 'guide' | 'guideVersion'>,
): { title: string; content: EvidenceContent } {
	return {
		title: excerpt(answered.question, 180),
		content: contentOf(answered, kind, language, talk),
	};
}

function contentOf(
	{ question, answer, method, who }: Answered,
	kind: FoundKind,
	language: Language,
	talk: Pick<ConversationDetails, 'speaker' | 'guide' | 'guideVersion'>,
): EvidenceContent {
	const t = needTexts[language];
	const how = excerpt([method, who].filter(Boolean).join(' · '), mostOfHow);
	const text = how ? `${answer}\n\n${t.foundBy(how)}` : answer;
	switch (kind) {
		case 'conversation':
			return {
				kind,
				details: {
					...talk,
					...{ speakerRole: null, placeKind: null, channel: null, askedBy: null },
					...{ enteredFrom: null, stack: '', sheet: null },
					answers: [
						{ questionId: 'question', question, answer },
						...(how ? [{ questionId: 'method', question: t.howFound, answer: how }] : []),
					],
				},
			};
		case 'observation':
			return {
				kind,
				details: {
					...{ placeKind: null, busy: null, who: [], mood: null, order: null },
					activities: '',
					seen: text,
				},
			};
		case 'meeting':
			return { kind, details: { attendance: null, sectors: [], summary: text } };
		case 'document':
			return {
				kind,
				details: {
					...{ author: excerpt(who, 200), year: null, reference: '', page: '', url: null },
					summary: text,
				},
			};
	}
}
