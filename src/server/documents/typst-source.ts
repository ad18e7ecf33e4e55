import type { Block, DocumentModel, FlowBlock, TableBlock } from '#ui/document/model.ts';
import { showsContents } from '#ui/document/outline.ts';
import {
	array,
	headingLabel,
	inlineArray,
	labelsOf,
	typstContext,
	type TypstContext,
} from './typst-inline.ts';
import type { MeasuredPart } from './render-protocol.ts';
import { typstTemplate } from './typst-template.ts';
import { drawableText, stringLiteral, type Coverage } from './typst-text.ts';

/**
 * A document as Typst source. Everything that came from outside is a string literal, so no text can
 * become markup.
 * @param covers whether the font has a character; what it lacks is drawn as “□”.
 */
export function typstSource(model: DocumentModel, covers: Coverage): string {
	const context = typstContext(model, covers);
	return [
		...preamble(context, covers),
		`#${opening(context)}`,
		showsContents(model, [...context.outline.values()])
			? `#doc-contents(${stringLiteral(labelsOf(context).contents)})`
			: '',
		...body(context),
	].join('\n');
}

/** The blocks of a document alone, from the top of a page, with where they end under the label `<end>`. */
export function measuringSource(
	model: DocumentModel,
	part: MeasuredPart,
	covers: Coverage,
): string {
	const context = typstContext(model, covers);
	const title = part === 'whole' ? [`#${opening(context)}`] : [];
	return [...preamble(context, covers), ...title, ...body(context), '#doc-end()'].join('\n');
}

function preamble(context: TypstContext, covers: Coverage): string[] {
	return [typstTemplate, `#show: document-style.with(${metadata(context, covers)})`];
}

function body(context: TypstContext): string[] {
	return context.model.blocks.map((block, index) => `#${blockExpression(block, index, context)}`);
}

function metadata({ model, ...context }: TypstContext, covers: Coverage): string {
	const labels = labelsOf({ model, ...context });
	const literal = (text: string) =>
		stringLiteral(drawableText(text, covers).replaceAll('\n', ' ').trim());
	return `(
	title: ${literal(model.title) === '""' ? '"–"' : literal(model.title)},
	author: ${model.author ? array([literal(model.author)]) : '()'},
	lang: "${model.language}", region: "${model.language === 'nl' ? 'NL' : 'GB'}",
	landscape: ${model.orientation === 'landscape'},
	page: "${labels.page}", of: "${labels.of}",
)`;
}

function opening({ model, text }: TypstContext): string {
	const details = [model.author, model.date].filter(Boolean).join(' · ');
	const optional = (value: string | undefined) => (value ? text(value) : 'none');
	return `doc-opening(${optional(model.subtitle)}, ${optional(details)}, ${optional(model.note)})`;
}

function blockExpression(block: Block, index: number, context: TypstContext): string {
	const { text } = context;
	switch (block.type) {
		case 'heading': {
			const entry = context.outline.get(index)!;
			return `doc-heading(${entry.level}, ${headingLabel(entry.id)}, ${headingText(block.text, context)})`;
		}
		case 'paragraph':
		case 'list':
			return flowExpression(block, context);
		case 'table':
			return tableExpression(block, context);
		case 'callout': {
			const title = text(block.title ?? labelsOf(context)[block.tone]);
			return `doc-callout("${block.tone}", ${title}, ${flows(block.blocks, context)})`;
		}
		case 'quote': {
			const attribution = block.attribution ? `[#${text(block.attribution)}]` : 'none';
			return `doc-quote(doc-flow(${inlineArray(block.content, context)}), ${attribution})`;
		}
		case 'definitionList': {
			const items = block.items.map(
				(item) =>
					`terms.item(${text(item.term)}, doc-flow(${inlineArray(item.description, context)}))`,
			);
			return `terms(${items.join(', ')})`;
		}
		case 'sources': {
			const entries = block.entries.map(
				(entry) => `(${entry.number}, doc-flow(${inlineArray(entry.content, context)}))`,
			);
			return `doc-sources(${array(entries)})`;
		}
		case 'pageBreak':
			return 'pagebreak(weak: true)';
	}
}

/** A heading is one line; PDF/UA-1 refuses one without text, and white space is none. */
function headingText(text: string, context: TypstContext): string {
	const expression = context.text(text.replace(/\s+/g, ' '));
	return /^"\s*"$/.test(expression) ? '"–"' : expression;
}

function flowExpression(block: FlowBlock, context: TypstContext): string {
	if (block.type === 'paragraph') return `doc-paragraph(${inlineArray(block.content, context)})`;
	const items = block.items.map((item) => `doc-flow(${inlineArray(item, context)})`);
	return `${block.ordered ? 'enum' : 'list'}(${items.join(', ')})`;
}

const flows = (list: readonly FlowBlock[], context: TypstContext) =>
	`doc-flow(${array(list.map((block) => flowExpression(block, context)))})`;

function tableExpression(block: TableBlock, context: TypstContext): string {
	const cellExpression = (cell: readonly FlowBlock[]) => {
		const [only, ...more] = cell;
		return only?.type === 'paragraph' && more.length === 0
			? `doc-flow(${inlineArray(only.content, context)})`
			: flows(cell, context);
	};
	const rows = block.rows.map((row) => array(row.map(cellExpression)));
	return `doc-table(
	${context.text(block.caption)},
	${array(block.columns.map((column) => `${column.width ?? 1}fr`))},
	${array(block.columns.map((column) => (column.align === 'end' ? 'right' : 'left')))},
	${block.headerColumn},
	${array(block.columns.map((column) => context.text(column.header)))},
	${array(rows)},
)`;
}
