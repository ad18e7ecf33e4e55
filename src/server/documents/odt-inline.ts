import { linkTarget } from '#ui/document/link-target.ts';
import type { DocumentModel, Inline } from '#ui/document/model.ts';
import { outlineOf, sourceNumbers, type OutlineEntry } from '#ui/document/outline.ts';
import { characters, element } from './odt-xml.ts';

/** What rendering one document needs to know, and count, while it walks through it. */
export interface OdtContext {
	readonly model: DocumentModel;
	readonly outline: ReadonlyMap<number, OutlineEntry>;
	/** The name of a heading's bookmark, by heading id. */
	readonly bookmarks: ReadonlyMap<string, string>;
	readonly sources: ReadonlySet<number>;
	tables: number;
}

export function odtContext(model: DocumentModel): OdtContext {
	const outline = outlineOf(model.blocks);
	return {
		model,
		outline: new Map(outline.map((entry) => [entry.index, entry])),
		bookmarks: new Map(outline.map((entry) => [entry.id, `heading-${entry.index}`])),
		sources: sourceNumbers(model.blocks),
		tables: 0,
	};
}

export const sourceBookmark = (number: number) => `source-${number}`;

/** A text in one look: a named style for characters. */
export const span = (style: string, text: string): string =>
	element('text:span', { 'text:style-name': style }, characters(text));

export const bookmark = (name: string): string => element('text:bookmark', { 'text:name': name });

/** A link; `#name` leads to a bookmark of the document. */
export const anchor = (href: string, text: string): string =>
	element(
		'text:a',
		{
			'xlink:type': 'simple',
			'xlink:href': href,
			'text:style-name': 'Internet_20_link',
			'text:visited-style-name': 'Internet_20_link',
		},
		characters(text),
	);

/** Inline content as the content of a paragraph. */
export function inlineXml(content: readonly Inline[], context: OdtContext): string {
	return content.map((piece) => pieceXml(piece, context)).join('');
}

function pieceXml(piece: Inline, context: OdtContext): string {
	switch (piece.type) {
		case 'text':
		case 'blank':
			return characters(piece.text);
		case 'strong':
			return span('Strong_20_Emphasis', piece.text);
		case 'emphasis':
			return span('Emphasis', piece.text);
		case 'lineBreak':
			return '<text:line-break/>';
		case 'link':
			return linkXml(piece.href, piece.text, context);
		case 'sourceReference': {
			const text = `[${piece.number}]`;
			return context.sources.has(piece.number)
				? anchor(`#${sourceBookmark(piece.number)}`, text)
				: characters(text);
		}
	}
}

function linkXml(href: string, text: string, context: OdtContext): string {
	const shown = text.trim() === '' ? href : text;
	const target = linkTarget(href, context.model.baseUrl);
	const name = target?.kind === 'within' ? context.bookmarks.get(target.id) : undefined;
	if (name) return anchor(`#${name}`, shown);
	// A page of ours without a host leads nowhere from a file.
	if (target?.kind === 'address' && !target.href.startsWith('/')) return anchor(target.href, shown);
	return characters(shown);
}
