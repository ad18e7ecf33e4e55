import type { FlowBlock } from '#ui/document/model.ts';
import { inlineXml, type OdtContext } from './odt-inline.ts';
import { element } from './odt-xml.ts';

/** A paragraph in a named style. */
export const paragraphXml = (style: string, content: string): string =>
	element('text:p', { 'text:style-name': style }, content);

/** Paragraphs and lists, their paragraphs in the given style. Each list counts from 1. */
export function flowXml(list: readonly FlowBlock[], style: string, context: OdtContext): string {
	return list
		.map((block) => {
			if (block.type === 'paragraph') return paragraphXml(style, inlineXml(block.content, context));
			const items = block.items.map((item) =>
				element('text:list-item', {}, paragraphXml(style, inlineXml(item, context))),
			);
			const name = block.ordered ? 'Numbering_20_1' : 'List_20_1';
			return items.length > 0 ? element('text:list', { 'text:style-name': name }, ...items) : '';
		})
		.join('');
}
