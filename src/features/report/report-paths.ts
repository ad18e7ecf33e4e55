import { trajectoryPath } from '#features/trajectory/rooms.ts';
import type { ReportDocument } from './report-version.schema.ts';
import type { SummaryKind } from './sections.ts';

type Place = Parameters<typeof trajectoryPath>[1];

/** How addresses and files name a document. */
export const documentSlugs = {
	report: 'verslag',
	council: 'raad',
	residents: 'bewoners',
} as const satisfies Record<ReportDocument, string>;

/** The document that an address names; undefined for none. */
export function documentNamed(slug: string): ReportDocument | undefined {
	const entries = Object.entries(documentSlugs) as [ReportDocument, string][];
	return entries.find(([, name]) => name === slug)?.[0];
}

/** The summary that an address names. */
export const summaryNamed = (slug: 'raad' | 'bewoners'): SummaryKind =>
	slug === documentSlugs.residents ? 'residents' : 'council';

/** The addresses of the report, for one municipality and trajectory. */
export function reportPaths(municipality: string, place: Place) {
	const report = `${trajectoryPath(municipality, place)}/verslag`;
	return {
		report,
		council: `${report}/raad`,
		residents: `${report}/bewoners`,
		versions: `${report}/versies`,
		version: (id: string) => `${report}/versies/${id}`,
		compare: `${report}/vergelijken`,
		comments: `${report}/opmerkingen`,
		writing: `${report}/schrijven`,
		section: (slug: string) => `${report}/schrijven/${slug}`,
	};
}
