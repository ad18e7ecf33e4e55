import { documentLabels } from '#ui/document/labels.ts';
import type { Block, CalloutBlock, SourceEntry } from '#ui/document/model.ts';
import { showsContents } from '#ui/document/outline.ts';
import { flowXml, paragraphXml } from './odt-flow.ts';
import {
	anchor,
	bookmark,
	inlineXml,
	sourceBookmark,
	span,
	type OdtContext,
} from './odt-inline.ts';
import { tableWidth } from './odt-style.ts';
import { columnStyles, tableStyles } from './odt-table-style.ts';
import { tableXml } from './odt-table.ts';
import { characters, element, NAMESPACES, XML_HEAD } from './odt-xml.ts';

/** `content.xml`: the text of the document. */
export function contentXml(context: OdtContext): string {
	const { model } = context;
	const tables = model.blocks.filter((block) => block.type === 'table');
	const body = [
		element('text:sequence-decls', {}, tableSequence),
		opening(context),
		contents(context),
		...model.blocks.map((block, index) => blockXml(block, index, context)),
	];
	return (
		XML_HEAD +
		element(
			'office:document-content',
			NAMESPACES,
			element('office:automatic-styles', {}, tableStyles, columnStyles(tables, tableWidth(model))),
			element('office:body', {}, element('office:text', {}, ...body)),
		)
	);
}

const tableSequence = element('text:sequence-decl', {
	'text:display-outline-level': 0,
	'text:name': 'Table',
});

function opening({ model }: OdtContext): string {
	const details = [model.author, model.date].filter(Boolean).join(' · ');
	const lines = [
		paragraphXml('Title', characters(model.title)),
		model.subtitle && paragraphXml('Subtitle', characters(model.subtitle)),
		details && paragraphXml('Details', characters(details)),
		model.note && paragraphXml('Details', span('Emphasis', model.note)),
		paragraphXml('Opening_20_end', ''),
	];
	return lines.filter(Boolean).join('');
}

/** Filled in already: a reader sees it at once, and page numbers after “update index”. */
function contents(context: OdtContext): string {
	const entries = [...context.outline.values()];
	if (!showsContents(context.model, entries)) return '';
	const title = documentLabels[context.model.language].contents;
	const lines = entries
		.filter(({ level }) => level <= 2)
		.map(({ index, level, text }) =>
			paragraphXml(`Contents_20_${level}`, anchor(`#heading-${index}`, text)),
		);
	return element(
		'text:table-of-content',
		{ 'text:name': 'Contents', 'text:protected': 'false' },
		element(
			'text:table-of-content-source',
			{ 'text:outline-level': 2 },
			element('text:index-title-template', { 'text:style-name': 'Contents_20_Heading' }, characters(title)), // prettier-ignore
			entryTemplate(1),
			entryTemplate(2),
		),
		element(
			'text:index-body',
			{},
			element('text:index-title', { 'text:name': 'Contents_Head' }, paragraphXml('Contents_20_Heading', characters(title))), // prettier-ignore
			...lines,
		),
	);
}

/** How the program that opens the file writes an entry anew. */
function entryTemplate(level: number): string {
	return element(
		'text:table-of-content-entry-template',
		{ 'text:outline-level': level, 'text:style-name': `Contents_20_${level}` },
		'<text:index-entry-link-start/><text:index-entry-text/>',
		'<text:index-entry-tab-stop style:type="right" style:leader-char="."/>',
		'<text:index-entry-page-number/><text:index-entry-link-end/>',
	);
}

function blockXml(block: Block, index: number, context: OdtContext): string {
	switch (block.type) {
		case 'heading':
			return headingXml(block.text, index, context);
		case 'paragraph':
		case 'list':
			return flowXml([block], 'Text_20_body', context);
		case 'table':
			return tableXml(block, context);
		case 'callout':
			return calloutXml(block, context);
		case 'quote': {
			const by = block.attribution ? `<text:line-break/>– ${characters(block.attribution)}` : '';
			return paragraphXml('Quotations', inlineXml(block.content, context) + by);
		}
		case 'definitionList':
			return block.items
				.map(
					({ term, description }) =>
					paragraphXml('Definition', `${span('Strong_20_Emphasis', `${term}:`)} ${inlineXml(description, context)}`), // prettier-ignore
				)
				.join('');
		case 'sources':
			return block.entries.map((entry) => sourceXml(entry, context)).join('');
		case 'pageBreak':
			return paragraphXml('Page_20_break', '');
	}
}

function headingXml(text: string, index: number, context: OdtContext): string {
	const entry = context.outline.get(index)!;
	return element(
		'text:h',
		{ 'text:style-name': `Heading_20_${entry.level}`, 'text:outline-level': entry.level },
		bookmark(`heading-${index}`),
		characters(text),
	);
}

/** Neighbouring paragraphs with the same border and colour are drawn as one box. */
function calloutXml(block: CalloutBlock, context: OdtContext): string {
	const title = block.title ?? documentLabels[context.model.language][block.tone];
	const style = block.tone === 'warning' ? 'Callout_20_warning' : 'Callout';
	return (
		paragraphXml(style, span('Strong_20_Emphasis', title)) + flowXml(block.blocks, style, context)
	);
}

function sourceXml({ number, content }: SourceEntry, context: OdtContext): string {
	const mark = bookmark(sourceBookmark(number)) + characters(`[${number}]`);
	return paragraphXml('Source', `${mark}<text:tab/>${inlineXml(content, context)}`);
}
