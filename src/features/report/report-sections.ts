import { isEmptyRow, rowsOf } from '#features/analysis/form.ts';
import type { Language } from '#locales/messages.ts';
import type { DraftContent } from './draft-sentence.ts';
import type { ReportData } from './report.ts';
import { draftsOf } from './section-draft.ts';
import { sectionPlaces, summaryKinds, summaryPlaces, type SectionPlace } from './sections.ts';
import type { WrittenSection } from './written-sections.server.ts';

/** A section as it reads now: what people wrote, or as long as nobody did, what is composed from the records. */
export interface ReportSection {
	place: SectionPlace;
	content: DraftContent;
	/** Null while it is only composed. */
	written: WrittenSection | null;
	/** Nothing was brought in under its theme, and nobody wrote about that. */
	isEmpty: boolean;
}

/** The sections of a report that its reader may see, in the order of the format. */
export function reportSections(data: ReportData, language: Language): ReportSection[] {
	return asTheyRead(
		sectionPlaces(data.analysis?.form.framework ?? { domains: [] }),
		data,
		language,
	);
}

/** Those of the report and those of its summaries: everything that people write. */
export function everySection(data: ReportData, language: Language): ReportSection[] {
	const summaries = asTheyRead(summaryKinds.flatMap(summaryPlaces), data, language);
	return [...reportSections(data, language), ...summaries];
}

function asTheyRead(
	places: readonly SectionPlace[],
	data: ReportData,
	language: Language,
): ReportSection[] {
	const draftOf = draftsOf(data, language);
	const empty = new Set(
		data.analysis ? rowsOf(data.analysis.form).flatMap((row) => (isEmptyRow(row) ? [row.theme.id] : [])) : [], // prettier-ignore
	);
	return places
		.filter(({ part }) => data[part] !== null)
		.map((place) => {
			const written = data.written.get(place.key) ?? null;
			return {
				place,
				content: written?.content ?? draftOf(place),
				written,
				isEmpty: !written && place.kind === 'theme' && empty.has(place.about),
			};
		});
}
