import type { Actor } from '#kernel/actor.ts';
import type { Visibility } from './evidence-kind.ts';
import { isOwn, type EvidenceSubject } from './evidence.policy.ts';
import { textsIn, vulnerableGroupsIn } from './vulnerable.ts';

/** What the second reading knows of a piece of evidence. */
export interface CareState {
	/** Why somebody else looks first: `marked` by its writer, found by `words`; or `none`. */
	care: string;
	wishedVisibility: string | null;
	secondDecision: string | null;
}

/** The kinds whose words are looked at: what people saw and heard. Others are marked or not. */
const fromTheField = [
	'observation',
	'conversation',
	'photo',
	'walk',
	'logbook',
	'signal',
	'reaction',
];

interface Written {
	title: string;
	place: string;
	content: { kind: string; details: unknown };
	/** What is said of the photos and files that belong to it. */
	attached?: readonly string[];
	aboutVulnerable?: boolean | undefined;
}

/** Why this waits for a second reader. Once marked it stays so; a text that no longer has the words does not. */
export function careOf(
	{ title, place, content, attached = [], aboutVulnerable }: Written,
	before?: CareState,
): string {
	if (aboutVulnerable || before?.care === 'marked') return 'marked';
	return careOfWords(content.kind, [title, place, ...textsIn(content.details), ...attached]);
}

/** The same for these texts alone. */
export function careOfWords(kind: string, texts: readonly string[]): 'words' | 'none' {
	if (!fromTheField.includes(kind)) return 'none';
	return vulnerableGroupsIn(texts).length > 0 ? 'words' : 'none';
}

/** The columns for who sees it, when no second reader has seen it as it stands. */
export function shownTo(visibility: Visibility, care: string) {
	if (care === 'none' || visibility === 'organisation')
		return { care, visibility, wished_visibility: null, second_decision: null };
	const wished_visibility: string = visibility;
	return { care, visibility: 'organisation', wished_visibility, second_decision: null };
}

/** Whether it may not leave its organisation yet. */
export const waits = ({ care, secondDecision }: CareState) =>
	care !== 'none' && secondDecision !== 'released';

/**
 * The columns for who sees it after somebody wrote it anew. A new text is read again, unless somebody of another
 * organisation wrote it: they have seen it.
 */
export function afterRewriting(
	actor: Actor,
	subject: EvidenceSubject & { evidence: CareState },
	care: string,
) {
	const { evidence } = subject;
	const wished = (evidence.wishedVisibility ?? evidence.visibility) as Visibility;
	if (care !== 'none' && !isOwn(actor, subject)) return { care, second_decision: 'released' };
	return shownTo(wished, care);
}
