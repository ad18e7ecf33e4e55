import { Paragraph, type IParagraphOptions } from 'docx';
import type { FlowBlock, ListBlock } from '#ui/document/model.ts';
import { inlineRuns, type DocxContext } from './docx-inline.ts';
import { BULLETS, ORDERED } from './docx-style.ts';

type FlowLook = Pick<
	IParagraphOptions,
	'style' | 'alignment' | 'shading' | 'border' | 'indent' | 'keepLines'
> & { readonly look?: { readonly bold?: boolean } };

/** Paragraphs and lists, each with the given look. */
export function flowParagraphs(
	list: readonly FlowBlock[],
	context: DocxContext,
	{ look, ...options }: FlowLook = {},
): Paragraph[] {
	return list.flatMap((block) =>
		block.type === 'list'
			? listParagraphs(block, context, { look, ...options })
			: [new Paragraph({ ...options, children: inlineRuns(block.content, context, look) })],
	);
}

function listParagraphs(
	block: ListBlock,
	context: DocxContext,
	{ look, indent: _, ...options }: FlowLook,
) {
	if (block.ordered) context.orderedLists += 1;
	const mark = block.ordered
		? { numbering: { reference: ORDERED, level: 0, instance: context.orderedLists } }
		: { numbering: { reference: BULLETS, level: 0 } };
	return block.items.map(
		(item) =>
			new Paragraph({
				...options,
				...mark,
				contextualSpacing: true,
				children: inlineRuns(item, context, look),
			}),
	);
}
