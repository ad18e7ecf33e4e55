import { diffArrays } from 'diff';
import { textChanges } from '../text-changes.ts';
import type { Block, DocumentModel, FlowBlock, Inline } from './model.ts';
import { outlineOf } from './outline.ts';
import { blockText } from './plain-text.ts';

/** A paragraph, item or row: as it was and as it became. */
export type ComparedLine =
	| { readonly kind: 'same'; readonly before: string; readonly after: string }
	| { readonly kind: 'changed'; readonly before: string; readonly after: string }
	| { readonly kind: 'added'; readonly before: null; readonly after: string }
	| { readonly kind: 'removed'; readonly before: string; readonly after: null };

export interface ComparedSection {
	/** Unique; that of the heading in the later document, or in the earlier one where it is gone. */
	readonly id: string;
	/** The text of its heading; '' for what stands before the first. */
	readonly heading: string;
	readonly level: number;
	readonly kind: 'same' | 'changed' | 'added' | 'removed';
	readonly lines: readonly ComparedLine[];
}

interface Section {
	id: string;
	heading: string;
	level: number;
	lines: string[];
}

/**
 * Two versions of a document beside each other, section by section (by the ids of headings), with the lines that belong
 * together on one row. The numbers of sources are left out: one source more moves them all.
 */
export function compareDocuments(before: DocumentModel, after: DocumentModel): ComparedSection[] {
	const was = sectionsOf(before);
	const became = sectionsOf(after);
	const former = new Map(was.map((section) => [section.id, section]));
	const later = new Map(became.map((section) => [section.id, section]));
	const order = diffArrays([...former.keys()], [...later.keys()]);
	// A section that moved is told once, where it stands now.
	return order.flatMap(({ value, removed }) =>
		value
			.filter((id) => !(removed && later.has(id)))
			.map((id) => comparedSection(former.get(id), later.get(id))),
	);
}

function comparedSection(was: Section | undefined, became: Section | undefined): ComparedSection {
	const { id, heading, level } = (became ?? was) as Section;
	const lines = comparedLines(was?.lines ?? [], became?.lines ?? []);
	const title: ComparedLine[] =
		was && became && was.heading !== became.heading
			? [{ kind: 'changed', before: was.heading, after: became.heading }]
			: [];
	const all = [...title, ...lines];
	const isSame = all.every(({ kind }) => kind === 'same');
	const kind = !was ? 'added' : !became ? 'removed' : isSame ? 'same' : 'changed';
	return { id, heading, level, kind, lines: all };
}

function sectionsOf({ blocks, title, subtitle }: DocumentModel): Section[] {
	const headings = new Map(outlineOf(blocks).map((entry) => [entry.index, entry]));
	const opening = [title, subtitle ?? ''].filter(Boolean);
	const sections: Section[] = [{ id: '', heading: '', level: 1, lines: opening }];
	blocks.forEach((block, index) => {
		const entry = headings.get(index);
		if (entry) sections.push({ id: entry.id, heading: entry.text, level: entry.level, lines: [] });
		else sections.at(-1)?.lines.push(...linesOf(block));
	});
	return sections;
}

/** A block as lines of text, without the numbers of sources. */
function linesOf(block: Block): string[] {
	const text =
		block.type === 'sources'
			? block.entries.map(({ content }) => blockText({ type: 'paragraph', content })).join('\n')
			: blockText(withoutReferences(block));
	return text
		.split('\n')
		.map((line) => line.replaceAll('\t', ' | ').replaceAll(/ +/g, ' ').trim())
		.filter(Boolean);
}

const plain = (content: readonly Inline[]) =>
	content.filter(({ type }) => type !== 'sourceReference');

const plainFlow = <Flow extends FlowBlock>(block: Flow): Flow =>
	block.type === 'paragraph'
		? { ...block, content: plain(block.content) }
		: { ...block, items: block.items.map(plain) };

function withoutReferences(block: Block): Block {
	switch (block.type) {
		case 'paragraph':
		case 'list':
			return plainFlow(block);
		case 'callout':
			return { ...block, blocks: block.blocks.map(plainFlow) };
		case 'table':
			return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(plainFlow))) };
		case 'quote':
			return { ...block, content: plain(block.content) };
		case 'definitionList':
			return {
				...block,
				items: block.items.map((item) => ({ ...item, description: plain(item.description) })),
			};
		default:
			return block;
	}
}

/** Lines that stayed, and between them what went beside what came. */
function comparedLines(was: string[], became: string[]): ComparedLine[] {
	const lines: ComparedLine[] = [];
	let gone: string[] = [];
	let come: string[] = [];
	const settle = () => {
		lines.push(...paired(gone, come));
		gone = [];
		come = [];
	};
	for (const { value, added, removed } of diffArrays(was, became)) {
		if (removed) gone.push(...value);
		else if (added) come.push(...value);
		else {
			settle();
			lines.push(
				...value.map((line): ComparedLine => ({ kind: 'same', before: line, after: line })),
			);
		}
	}
	settle();
	return lines;
}

/** Each line that went beside the first one that came, after the last pair, and looks like it. */
function paired(gone: readonly string[], come: readonly string[]): ComparedLine[] {
	const lines: ComparedLine[] = [];
	let next = 0;
	for (const before of gone) {
		const match = come.findIndex((after, index) => index >= next && likeness(before, after) >= 0.4);
		if (match < 0) {
			lines.push({ kind: 'removed', before, after: null });
			continue;
		}
		lines.push(...come.slice(next, match).map(addedLine));
		lines.push({ kind: 'changed', before, after: come[match] as string });
		next = match + 1;
	}
	return [...lines, ...come.slice(next).map(addedLine)];
}

const addedLine = (after: string): ComparedLine => ({ kind: 'added', before: null, after });

/** What share of two texts they have in common, by characters: 0 to 1. */
function likeness(before: string, after: string): number {
	const same = textChanges(before, after)
		.filter(({ kind }) => kind === 'same')
		.reduce((sum, { text }) => sum + text.trim().length, 0);
	return (2 * same) / Math.max(1, before.length + after.length);
}
