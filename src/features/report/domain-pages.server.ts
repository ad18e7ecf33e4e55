import { pagesOf } from '#server/documents/pdf.server.ts';
import type { DocumentModel } from '#ui/document/model.ts';

/** How much of its pages a domain takes. */
export interface DomainPages {
	domainId: string;
	/** How many pages the format gives it; null when it says nothing. */
	limit: number | null;
	/** How many it takes in the PDF, in tenths; null when it cannot be measured right now. */
	pages: number | null;
}

/** Measures domains as the PDF sets them. Where too many documents are being made, it says that it cannot. */
export function domainPages(
	domains: readonly { domainId: string; limit: number | null; document: DocumentModel }[],
): Promise<DomainPages[]> {
	return Promise.all(
		domains.map(async ({ domainId, limit, document }) => {
			const pages = await pagesOf(document).catch(() => null);
			return { domainId, limit, pages: pages === null ? null : Math.round(pages * 10) / 10 };
		}),
	);
}
