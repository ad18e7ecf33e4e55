import type { DocumentModel } from '#ui/document/model.ts';

export type DocumentFormat = 'pdf' | 'docx' | 'odt';

export interface RenderJob {
	readonly id: number;
	/** A file to make; `pages` asks only how many pages the document takes. */
	readonly format: DocumentFormat | 'pages';
	readonly model: DocumentModel;
}
export type RenderResult = Uint8Array | number;
export type RenderAnswer = {
	readonly id: number;
	/** What the process holds after the job, in bytes. */
	readonly memory: number;
} & ({ readonly result: RenderResult } | { readonly failure: string });
