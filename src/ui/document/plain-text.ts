import type { Block, DocumentModel, FlowBlock, Inline, TableBlock } from './model.ts';

/** The document as text: blocks parted by an empty line, cells by a tab, sources as “[3]”. */
export function plainText(model: DocumentModel): string {
	const head = [model.title, model.subtitle, model.author, model.date, model.note];
	const parts = [head.filter(Boolean).join('\n'), ...model.blocks.map(blockText)];
	return parts.filter((part) => part !== '').join('\n\n') + '\n';
}

/** Inline content as one string. */
function inlineText(content: readonly Inline[]): string {
	return content.map(pieceText).join('');
}

function pieceText(piece: Inline): string {
	switch (piece.type) {
		case 'lineBreak':
			return '\n';
		case 'sourceReference':
			return `[${piece.number}]`;
		default:
			return piece.text;
	}
}

/** One block as text: lists, tables and sources with a line for each item, row and entry. */
export function blockText(block: Block): string {
	switch (block.type) {
		case 'heading':
			return block.text;
		case 'paragraph':
		case 'list':
			return flowText(block);
		case 'table':
			return tableText(block);
		case 'callout':
			return [block.title ?? '', ...block.blocks.map(flowText)].filter(Boolean).join('\n');
		case 'quote':
			return (
				`“${inlineText(block.content)}”` + (block.attribution ? ` – ${block.attribution}` : '')
			);
		case 'definitionList':
			return block.items.map((item) => `${item.term}: ${inlineText(item.description)}`).join('\n');
		case 'sources':
			return block.entries
				.map((entry) => `[${entry.number}] ${inlineText(entry.content)}`)
				.join('\n');
		case 'pageBreak':
			return '';
	}
}

function flowText(block: FlowBlock): string {
	if (block.type === 'paragraph') return inlineText(block.content);
	const mark = (index: number) => (block.ordered ? `${index + 1}. ` : '- ');
	return block.items.map((item, index) => mark(index) + inlineText(item)).join('\n');
}

function tableText(block: TableBlock): string {
	const header = block.columns.map((column) => column.header).join('\t');
	const rows = block.rows.map((row) =>
		row.map((cell) => cell.map(flowText).join(' ').replaceAll(/\s+/g, ' ')).join('\t'),
	);
	return [block.caption, header, ...rows].join('\n');
}
