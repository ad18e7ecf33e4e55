import type {
	Block,
	CalloutBlock,
	DefinitionListBlock,
	DocumentTone,
	FlowBlock,
	HeadingBlock,
	Inline,
	ListBlock,
	PageBreakBlock,
	ParagraphBlock,
	QuoteBlock,
	SourceEntry,
	SourcesBlock,
	TableBlock,
	TableCell,
	TableColumn,
} from './model.ts';

/** A string stands for ordinary text. */
export type InlineInput = string | Inline;
export type CellInput = InlineInput | readonly InlineInput[] | { readonly blocks: TableCell };

export const strong = (text: string): Inline => ({ type: 'strong', text });
export const emphasis = (text: string): Inline => ({ type: 'emphasis', text });
export const link = (href: string, text: string): Inline => ({ type: 'link', href, text });
export const source = (number: number): Inline => ({ type: 'sourceReference', number });

/** Inline content from strings and inline pieces. */
export function inlines(...content: readonly InlineInput[]): Inline[] {
	return content.map((piece) =>
		typeof piece === 'string' ? { type: 'text', text: piece } : piece,
	);
}

/** A heading; without an id it gets one made from its text (not unique when the text is not). */
export function heading(
	level: HeadingBlock['level'],
	text: string,
	id = idFrom(text),
): HeadingBlock {
	return { type: 'heading', level, text, id };
}

export function paragraph(...content: readonly InlineInput[]): ParagraphBlock {
	return { type: 'paragraph', content: inlines(...content) };
}

function listOf(
	ordered: boolean,
	items: readonly (InlineInput | readonly InlineInput[])[],
): ListBlock {
	return { type: 'list', ordered, items: items.map((item) => inlines(...listed(item))) };
}

export const bulletList = (...items: readonly (InlineInput | readonly InlineInput[])[]) =>
	listOf(false, items);
export const numberedList = (...items: readonly (InlineInput | readonly InlineInput[])[]) =>
	listOf(true, items);

/**
 * A table. A cell is text, inline pieces, or `{ blocks }` for lists and several paragraphs.
 * @throws RangeError when a row has another number of cells than there are columns.
 */
export function table(options: {
	caption: string;
	columns: readonly (string | TableColumn)[];
	rows: readonly (readonly CellInput[])[];
	headerColumn?: boolean;
}): TableBlock {
	const columns = options.columns.map((column) =>
		typeof column === 'string' ? { header: column } : column,
	);
	const wrong = options.rows.findIndex((row) => row.length !== columns.length);
	if (columns.length === 0 || wrong >= 0) {
		throw new RangeError(
			`Table “${options.caption}”: row ${wrong + 1} does not have ${columns.length} cells`,
		);
	}
	const rows = options.rows.map((row) => row.map(cell));
	return {
		type: 'table',
		caption: options.caption,
		columns,
		rows,
		headerColumn: options.headerColumn ?? false,
	};
}

function cell(input: CellInput): TableCell {
	if (typeof input === 'object' && 'blocks' in input) return input.blocks;
	return [paragraph(...listed(input))];
}

export function callout(
	tone: DocumentTone,
	title: string | undefined,
	...blocks: readonly FlowBlock[]
): CalloutBlock {
	return title === undefined
		? { type: 'callout', tone, blocks }
		: { type: 'callout', tone, title, blocks };
}

export function quote(
	content: InlineInput | readonly InlineInput[],
	attribution?: string,
): QuoteBlock {
	const quoted = inlines(...listed(content));
	return attribution === undefined
		? { type: 'quote', content: quoted }
		: { type: 'quote', content: quoted, attribution };
}

/** Terms with what they mean, or labels with their values. */
export function definitionList(
	...items: readonly (readonly [term: string, ...description: InlineInput[]])[]
): DefinitionListBlock {
	return {
		type: 'definitionList',
		items: items.map(([term, ...description]) => ({ term, description: inlines(...description) })),
	};
}

export const sourceEntry = (number: number, ...content: readonly InlineInput[]): SourceEntry => ({
	number,
	content: inlines(...content),
});
export const sources = (...entries: readonly SourceEntry[]): SourcesBlock => ({
	type: 'sources',
	entries,
});
export const pageBreak: PageBreakBlock = { type: 'pageBreak' };

/** Leaves out what is absent, so that blocks can be written with conditions. */
export function blocks(
	...list: readonly (Block | readonly Block[] | false | undefined)[]
): Block[] {
	return list.flatMap((block) => block || []);
}

function listed(input: InlineInput | readonly InlineInput[]): readonly InlineInput[] {
	return Array.isArray(input) ? input : [input as InlineInput];
}

function idFrom(text: string): string {
	const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'kop';
}
