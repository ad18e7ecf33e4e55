import { documentLabels } from '#ui/document/labels.ts';
import { linkTarget } from '#ui/document/link-target.ts';
import type { DocumentModel, Inline } from '#ui/document/model.ts';
import { outlineOf, sourceNumbers, type OutlineEntry } from '#ui/document/outline.ts';
import { stringLiteral, textExpression, type Coverage } from './typst-text.ts';

/** What rendering one document needs to know while it walks through it. */
export interface TypstContext {
	readonly model: DocumentModel;
	readonly outline: ReadonlyMap<number, OutlineEntry>;
	readonly ids: ReadonlySet<string>;
	readonly sources: ReadonlySet<number>;
	readonly text: (text: string) => string;
}

export function typstContext(model: DocumentModel, covers: Coverage): TypstContext {
	const outline = outlineOf(model.blocks);
	return {
		model,
		outline: new Map(outline.map((entry) => [entry.index, entry])),
		ids: new Set(outline.map((entry) => entry.id)),
		sources: sourceNumbers(model.blocks),
		text: (text) => textExpression(text, covers),
	};
}

export const headingLabel = (id: string) =>
	stringLiteral(`heading-${encodeURIComponent(id.toWellFormed())}`);

/** Inline content as a Typst array of contents. */
export function inlineArray(content: readonly Inline[], context: TypstContext): string {
	return array(content.map((piece) => inlineExpression(piece, context)));
}

/** A Typst array; the comma behind the last entry makes one entry an array too. */
export function array(entries: readonly string[]): string {
	return `(${entries.map((entry) => `${entry},`).join('')})`;
}

function inlineExpression(piece: Inline, context: TypstContext): string {
	switch (piece.type) {
		case 'text':
		case 'blank':
			return `[#${context.text(piece.text)}]`;
		case 'strong':
			return `strong(${context.text(piece.text)})`;
		case 'emphasis':
			return `emph(${context.text(piece.text)})`;
		case 'lineBreak':
			return 'linebreak()';
		case 'link':
			return linkExpression(piece.href, piece.text, context);
		case 'sourceReference':
			return sourceExpression(piece.number, context);
	}
}

function linkExpression(href: string, text: string, context: TypstContext): string {
	const body = context.text(text.trim() === '' ? href : text);
	// A page of ours without a host leads nowhere from a file.
	const target = linkTarget(href, context.model.baseUrl);
	if (target?.kind === 'within' && context.ids.has(target.id)) {
		return `doc-link(label(${headingLabel(target.id)}), ${body})`;
	}
	if (target?.kind === 'address' && !target.href.startsWith('/')) {
		return `doc-link(${stringLiteral(target.href)}, ${body})`;
	}
	return `[#${body}]`;
}

function sourceExpression(number: number, context: TypstContext): string {
	const body = stringLiteral(`[${number}]`);
	if (!context.sources.has(number)) return `[#${body}]`;
	return `doc-source(label(${stringLiteral(`source-${number}`)}), ${body})`;
}

export const labelsOf = (context: TypstContext) => documentLabels[context.model.language];
