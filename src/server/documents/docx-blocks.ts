import {
	Bookmark,
	BorderStyle,
	HeadingLevel,
	PageBreak,
	Paragraph,
	ShadingType,
	Tab,
	type Table,
	TextRun,
} from 'docx';
import { documentLabels } from '#ui/document/labels.ts';
import type { Block, CalloutBlock, SourceEntry } from '#ui/document/model.ts';
import { flowParagraphs } from './docx-flow.ts';
import { inlineRuns, runs, sourceBookmark, type DocxContext } from './docx-inline.ts';
import { colours } from './docx-style.ts';
import { tableBlocks } from './docx-table.ts';

const LEVELS = [
	HeadingLevel.HEADING_1,
	HeadingLevel.HEADING_2,
	HeadingLevel.HEADING_3,
	HeadingLevel.HEADING_4,
];

/** One block of the document as Word's paragraphs and tables. */
export function blockElements(
	block: Block,
	index: number,
	context: DocxContext,
): (Paragraph | Table)[] {
	switch (block.type) {
		case 'heading':
			return [headingParagraph(block.text, index, context)];
		case 'paragraph':
		case 'list':
			return flowParagraphs([block], context);
		case 'table':
			return tableBlocks(block, context);
		case 'callout':
			return calloutParagraphs(block, context);
		case 'quote': {
			const children = inlineRuns(block.content, context);
			if (block.attribution) {
				children.push(new TextRun({ break: 1, text: '– ' }), ...runs(block.attribution));
			}
			return [new Paragraph({ style: 'Quote', children })];
		}
		case 'definitionList':
			return block.items.map(
				(item) =>
					new Paragraph({
						indent: { left: 280, hanging: 280 },
						children: [
							...runs(`${item.term}: `, { bold: true }),
							...inlineRuns(item.description, context),
						],
					}),
			);
		case 'sources':
			return block.entries.map((entry) => sourceParagraph(entry, context));
		case 'pageBreak':
			return [new Paragraph({ children: [new PageBreak()] })];
	}
}

function headingParagraph(text: string, index: number, context: DocxContext): Paragraph {
	const entry = context.outline.get(index)!;
	const id = context.bookmarks.get(entry.id)!;
	return new Paragraph({
		heading: LEVELS[entry.level - 1]!,
		children: [new Bookmark({ id, children: runs(text) })],
	});
}

/** Neighbouring paragraphs with the same border and shading are drawn by Word as one box. */
function calloutParagraphs(block: CalloutBlock, context: DocxContext): Paragraph[] {
	const warning = block.tone === 'warning';
	const edge = warning ? colours.ochre : colours.accent;
	const box = {
		shading: {
			type: ShadingType.CLEAR,
			fill: warning ? colours.warm : colours.tint,
			color: 'auto',
		},
		border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: edge } },
		indent: { left: 200 },
	};
	const title = block.title ?? documentLabels[context.model.language][block.tone];
	const children = runs(title, { bold: true });
	return [
		new Paragraph({ ...box, keepNext: true, children }),
		...flowParagraphs(block.blocks, context, { ...box, keepLines: true }),
	];
}

function sourceParagraph(entry: SourceEntry, context: DocxContext): Paragraph {
	const mark = new Bookmark({
		id: sourceBookmark(entry.number),
		children: [new TextRun({ text: `[${entry.number}]` })],
	});
	return new Paragraph({
		indent: { left: 560, hanging: 560 },
		children: [mark, new TextRun({ children: [new Tab()] }), ...inlineRuns(entry.content, context)],
	});
}
