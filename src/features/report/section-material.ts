import { rowsOf, type FormRow } from '#features/analysis/form.ts';
import { ref } from './draft-sentence.ts';
import type { ReportData } from './report.ts';
import type { RecordRef } from './section-content.schema.ts';
import type { SectionPlace } from './sections.ts';

/**
 * What a section can rest on: for a theme and a domain what stands under it, for the other sections everything of the
 * form, the priorities and the agenda.
 */
export function materialOf(place: SectionPlace, data: ReportData): RecordRef[] {
	const rows = data.analysis ? rowsOf(data.analysis.form) : [];
	if (place.kind === 'theme')
		return ofRows(rows.filter(({ theme }) => theme.id === place.about), data); // prettier-ignore
	if (place.kind === 'domain')
		return ofRows(rows.filter(({ domainId }) => domainId === place.about), data); // prettier-ignore
	return [
		...(data.agenda?.priorities ?? []).map((one) => ref('priority', one)),
		...(data.agenda?.items ?? []).map((one) => ref('agenda_item', one)),
		...ofRows(rows, data),
	];
}

function ofRows(rows: readonly FormRow[], { analysis }: ReportData): RecordRef[] {
	const sources = new Map(analysis?.sources.map((one) => [one.id, one]));
	return rows.flatMap((row) => [
		...row.findings.map((one) => ref('finding', one)),
		...row.findings
			.flatMap((one) => one.sources)
			.flatMap((id) => sources.get(id) ?? [])
			.map((one) => ref('evidence', one)),
		...row.provisions.map((one) => ref('provision', one)),
		...row.needs.map((one) => ref('knowledge_need', one)),
	]);
}
