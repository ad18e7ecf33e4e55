import { ExternalHyperlink, InternalHyperlink, TextRun, type ParagraphChild } from 'docx';
import { linkTarget } from '#ui/document/link-target.ts';
import type { DocumentModel, Inline } from '#ui/document/model.ts';
import { outlineOf, sourceNumbers, type OutlineEntry } from '#ui/document/outline.ts';
import { xmlLines, xmlText } from './xml-text.ts';

/** What rendering one document needs to know, and count, while it walks through it. */
export interface DocxContext {
	readonly model: DocumentModel;
	readonly outline: ReadonlyMap<number, OutlineEntry>;
	/** Word's name for a bookmark of at most 40 letters and digits, by heading id. */
	readonly bookmarks: ReadonlyMap<string, string>;
	readonly sources: ReadonlySet<number>;
	tables: number;
	orderedLists: number;
}

export function docxContext(model: DocumentModel): DocxContext {
	const outline = outlineOf(model.blocks);
	return {
		model,
		outline: new Map(outline.map((entry) => [entry.index, entry])),
		bookmarks: new Map(outline.map((entry) => [entry.id, `heading_${entry.index}`])),
		sources: sourceNumbers(model.blocks),
		tables: 0,
		orderedLists: 0,
	};
}

export const sourceBookmark = (number: number) => `source_${number}`;

interface RunLook {
	readonly bold?: boolean;
	readonly italics?: boolean;
	readonly style?: string;
}

/** Runs for a text, with its line ends as breaks. */
export function runs(text: string, look: RunLook = {}): TextRun[] {
	return xmlLines(text).map(
		(line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }),
	);
}

export function inlineRuns(
	content: readonly Inline[],
	context: DocxContext,
	look: RunLook = {},
): ParagraphChild[] {
	return content.flatMap((piece) => pieceRuns(piece, context, look));
}

function pieceRuns(piece: Inline, context: DocxContext, look: RunLook): ParagraphChild[] {
	switch (piece.type) {
		case 'text':
		case 'blank':
			return runs(piece.text, look);
		case 'strong':
			return runs(piece.text, { ...look, bold: true });
		case 'emphasis':
			return runs(piece.text, { ...look, italics: true });
		case 'lineBreak':
			return [new TextRun({ break: 1 })];
		case 'link':
			return linkRuns(piece.href, piece.text, context, look);
		case 'sourceReference':
			return sourceRuns(piece.number, context, look);
	}
}

function linkRuns(href: string, text: string, context: DocxContext, look: RunLook) {
	const shown = text.trim() === '' ? href : text;
	const target = linkTarget(href, context.model.baseUrl);
	const linked = () => runs(shown, { ...look, style: 'Hyperlink' });
	const anchor = target?.kind === 'within' ? context.bookmarks.get(target.id) : undefined;
	if (anchor) return [new InternalHyperlink({ anchor, children: linked() })];
	// A page of ours without a host leads nowhere from a file.
	if (target?.kind === 'address' && !target.href.startsWith('/')) {
		return [new ExternalHyperlink({ link: xmlText(target.href), children: linked() })];
	}
	return runs(shown, look);
}

function sourceRuns(number: number, context: DocxContext, look: RunLook): ParagraphChild[] {
	const text = `[${number}]`;
	if (!context.sources.has(number)) return runs(text, look);
	const children = runs(text, { ...look, style: 'Hyperlink' });
	return [new InternalHyperlink({ anchor: sourceBookmark(number), children })];
}
