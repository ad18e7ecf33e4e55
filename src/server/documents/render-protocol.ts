import type { DocumentModel } from '#ui/document/model.ts';

export type DocumentFormat = 'pdf' | 'docx' | 'odt';

/** What of a document is measured: its blocks from the top of a page on, or with its title above them. */
export type MeasuredPart = 'blocks' | 'whole';

export interface RenderJob {
	readonly id: number;
	/** A file to make; the others ask only how many pages it takes: its blocks alone, or all of it. */
	readonly format: DocumentFormat | 'blockPages' | 'allPages';
	readonly model: DocumentModel;
}
export type RenderResult = Uint8Array | number;
export type RenderAnswer = {
	readonly id: number;
	/** What the process holds after the job, in bytes. */
	readonly memory: number;
} & ({ readonly result: RenderResult } | { readonly failure: string });
