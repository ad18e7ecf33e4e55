import { rowsOf, type FormRow } from '#features/analysis/form.ts';
import type { Language } from '#locales/messages.ts';
import { gapsDraft, prioritiesDraft, recommendationsDraft } from './draft-closing.ts';
import { domainDraft } from './draft-domain.ts';
import { criteriaDraft, introductionDraft } from './draft-opening.ts';
import { asParagraphs, summaryDraft } from './summary-draft.ts';
import { drafting, paragraphsOf, type DraftContent, type Drafting } from './draft-sentence.ts';
import { themeDraft } from './draft-theme.ts';
import type { ReportData } from './report.ts';
import type { SectionContent } from './section-content.schema.ts';
import type { SectionPlace } from './sections.ts';

/**
 * Composes sections from what the records hold, by plain rules, sentence by sentence, each with what it rests on
 * (S1 appendix 2; S0 §5 step 1). Nothing is said that is in no record; where nothing was brought in, it says so.
 * Gives a function, so that the form is put in order once for all sections.
 */
export function draftsOf(
	data: ReportData,
	language: Language,
): (place: Pick<SectionPlace, 'kind' | 'about'>) => DraftContent {
	const rows = data.analysis ? rowsOf(data.analysis.form) : [];
	const own = drafting(data, language);
	return (place) => draft(place, rows, own);
}

function draft(
	{ kind, about }: Pick<SectionPlace, 'kind' | 'about'>,
	rows: readonly FormRow[],
	own: Drafting,
): DraftContent {
	switch (kind) {
		case 'introduction':
			return introductionDraft(rows, own);
		case 'criteria':
			return criteriaDraft(own);
		case 'theme': {
			const row = rows.find(({ theme }) => theme.id === about);
			return row ? themeDraft(row, own) : paragraphsOf();
		}
		case 'domain': {
			const domain = own.data.analysis?.form.framework.domains.find(({ id }) => id === about);
			const inDomain = rows.filter(({ domainId }) => domainId === about);
			return domain ? domainDraft(domain, inDomain, own) : paragraphsOf();
		}
		case 'priorities':
			return prioritiesDraft(own);
		case 'gaps':
			return gapsDraft(rows, own);
		case 'recommendations':
			return recommendationsDraft(own);
		case 'council':
		case 'residents':
			return asParagraphs(summaryDraft(kind, about, own));
	}
}

/** A draft as a section keeps it: how many sources its first writer may not see is not a matter of the text. */
export function asContent(draftContent: DraftContent): SectionContent {
	return {
		paragraphs: draftContent.paragraphs.map(({ sentences }) => ({
			sentences: sentences.map(({ text, refs }) => ({ text, refs })),
		})),
	};
}
