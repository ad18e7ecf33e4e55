import { councilDraft } from './council-draft.ts';
import {
	paragraphsOf,
	type DraftContent,
	type Drafting,
	type SummaryDraft,
} from './draft-sentence.ts';
import { residentsDraft } from './residents-draft.ts';
import type { CouncilPart, ResidentsPart, SummaryKind } from './sections.ts';

/** Composes one part of a summary from what the records hold, by plain rules. */
export function summaryDraft(kind: SummaryKind, about: string, drafting: Drafting): SummaryDraft {
	return kind === 'council'
		? councilDraft(about as CouncilPart, drafting)
		: residentsDraft(about as ResidentsPart, drafting);
}

/** The same as its writer begins with it: every item a paragraph. */
export function asParagraphs({ lead, items }: SummaryDraft): DraftContent {
	return paragraphsOf(lead, ...items);
}
