/**
 * One document, whatever it is rendered as: a web page (DocumentView.svelte), a PDF, a Word file
 * or plain text. Plain data: safe to send to the browser, to store and to compare.
 */

export type DocumentLanguage = 'nl' | 'en';
export type DocumentTone = 'info' | 'warning';

export interface DocumentModel {
	readonly title: string;
	readonly subtitle?: string;
	readonly language: DocumentLanguage;
	/** The date as the reader should see it, already written in the document's language. */
	readonly date?: string;
	/** The organisation that answers for the document; never a person. */
	readonly author?: string;
	/** One remark under the title, such as “draft” or “example, after a public report”. */
	readonly note?: string;
	/** Address that links beginning with “/” are completed with in PDF and Word; without it they become text. */
	readonly baseUrl?: string;
	/** Sheets for wide tables lie down. Default: portrait. */
	readonly orientation?: 'portrait' | 'landscape';
	/** Whether a table of contents is shown. Default: from five headings of level 1 and 2 on. */
	readonly contents?: boolean;
	readonly blocks: readonly Block[];
}

export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'strong'; readonly text: string }
	| { readonly type: 'emphasis'; readonly text: string }
	| { readonly type: 'link'; readonly href: string; readonly text: string }
	/** “[3]”: leads to entry 3 of the document's source list. */
	| { readonly type: 'sourceReference'; readonly number: number }
	| { readonly type: 'lineBreak' }
	/** Room to write on paper: underscores, of which a page makes a line as wide as there is room for. */
	| { readonly type: 'blank'; readonly text: string };

export interface HeadingBlock {
	readonly type: 'heading';
	readonly level: 1 | 2 | 3 | 4;
	readonly text: string;
	/** Unique within the document; links to “#id” lead here. */
	readonly id: string;
}
export interface ParagraphBlock {
	readonly type: 'paragraph';
	readonly content: readonly Inline[];
}
export interface ListBlock {
	readonly type: 'list';
	readonly ordered: boolean;
	readonly items: readonly (readonly Inline[])[];
}
/** What may stand inside a table cell or a callout. */
export type FlowBlock = ParagraphBlock | ListBlock;

export interface TableColumn {
	readonly header: string;
	/** Share of the width relative to the other columns; default 1. */
	readonly width?: number;
	readonly align?: 'start' | 'end';
}
export type TableCell = readonly FlowBlock[];
export interface TableBlock {
	readonly type: 'table';
	readonly caption: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly TableCell[])[];
	/** The first cell of each row names the row. */
	readonly headerColumn: boolean;
	/** Lines around every cell, in Word: for a form to fill in. The other formats show it as any table. */
	readonly grid?: boolean;
}
export interface CalloutBlock {
	readonly type: 'callout';
	readonly tone: DocumentTone;
	readonly title?: string;
	readonly blocks: readonly FlowBlock[];
}
export interface QuoteBlock {
	readonly type: 'quote';
	readonly content: readonly Inline[];
	readonly attribution?: string;
}
export interface DefinitionListBlock {
	readonly type: 'definitionList';
	readonly items: readonly { readonly term: string; readonly description: readonly Inline[] }[];
}
export interface SourceEntry {
	/** A positive whole number, unique within the document. */
	readonly number: number;
	readonly content: readonly Inline[];
}
export interface SourcesBlock {
	readonly type: 'sources';
	readonly entries: readonly SourceEntry[];
}
export interface PageBreakBlock {
	readonly type: 'pageBreak';
}

export type Block =
	| HeadingBlock
	| ParagraphBlock
	| ListBlock
	| TableBlock
	| CalloutBlock
	| QuoteBlock
	| DefinitionListBlock
	| SourcesBlock
	| PageBreakBlock;
