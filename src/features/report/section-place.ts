import { notFound } from '#kernel/failure.ts';
import { everySection } from './report-sections.ts';
import type { ReportData } from './report.ts';
import type { SectionPlace } from './sections.ts';

/** The section of this key in the report as its writer sees it. Throws `not_found`. */
export function placeOf(data: ReportData, key: string): SectionPlace {
	const found = everySection(data, 'nl').find(({ place }) => place.key === key);
	if (!found) throw notFound();
	return found.place;
}
