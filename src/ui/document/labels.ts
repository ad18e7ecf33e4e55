import type { DocumentLanguage } from './model.ts';

interface DocumentLabels {
	readonly contents: string;
	/** Contains what is visible, “[3]” (WCAG 2.5.3). */
	readonly source: (number: number) => string;
	readonly page: string;
	readonly of: string;
	readonly info: string;
	readonly warning: string;
	readonly table: string;
}

/** The words that a document adds of itself, in the document's language (not the reader's). */
export const documentLabels: Record<DocumentLanguage, DocumentLabels> = {
	nl: {
		contents: 'Inhoud',
		source: (number) => `Bron [${number}]`,
		page: 'Pagina',
		of: 'van',
		info: 'Goed om te weten',
		warning: 'Let op',
		table: 'Tabel',
	},
	en: {
		contents: 'Contents',
		source: (number) => `Source [${number}]`,
		page: 'Page',
		of: 'of',
		info: 'Good to know',
		warning: 'Please note',
		table: 'Table',
	},
};
