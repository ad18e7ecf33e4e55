import type { DocumentModel } from '#ui/document/model.ts';

export type DocumentFormat = 'pdf' | 'docx' | 'odt';

export interface RenderJob {
	readonly id: number;
	readonly format: DocumentFormat;
	readonly model: DocumentModel;
}
export type RenderAnswer = {
	readonly id: number;
	/** What the process holds after the job, in bytes. */
	readonly memory: number;
} & ({ readonly bytes: Uint8Array } | { readonly failure: string });
