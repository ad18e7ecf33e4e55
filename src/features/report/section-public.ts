import type { DraftContent, DraftSentence } from './draft-sentence.ts';
import type { ReportData } from './report.ts';
import type { Ref, RefKind } from './section-content.schema.ts';

/** A reference to something that this reader may not see: only that there is one, and where. */
export interface HiddenRef {
	kind: 'hidden';
	at: number;
}

/** A section for a program: what it rests on and its reader may not see is only counted. */
export function withoutHidden(content: DraftContent, data: ReportData) {
	const sources = new Set(data.analysis?.sources.map(({ id }) => id));
	const shown: Record<RefKind, (id: string) => boolean> = {
		finding: () => data.analysis !== null,
		provision: () => data.analysis !== null,
		knowledge_need: () => data.analysis !== null,
		evidence: (id) => sources.has(id),
		priority: () => data.agenda !== null,
		agenda_item: () => data.agenda !== null,
	};
	const asShown = (one: Ref): Ref | HiddenRef =>
		shown[one.kind](one.id) ? one : { kind: 'hidden', at: one.at };
	return {
		paragraphs: content.paragraphs.map(({ sentences }) => ({
			sentences: sentences.map(({ text, refs }: DraftSentence) => ({
				text,
				refs: refs.map(asShown),
			})),
		})),
	};
}
