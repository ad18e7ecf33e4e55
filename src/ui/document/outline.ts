import type { Block, DocumentModel, HeadingBlock } from './model.ts';

export interface OutlineEntry {
	/** Position of the heading in the model's blocks. */
	readonly index: number;
	readonly text: string;
	/** Unique: a repeated id gets a number behind it. The first keeps its id. */
	readonly id: string;
	/** Without gaps: the first heading is 1, and none lies more than one deeper than the one before. */
	readonly level: number;
}

/**
 * The headings of a document as every rendering uses them. PDF/UA-1 (ISO 14289-1, 7.4.2) and WCAG
 * want levels without gaps, and ids must be unique whatever the blocks said.
 */
export function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
	const taken = new Set<string>();
	let before = 0;
	return blocks.flatMap((block, index) => {
		if (block.type !== 'heading') return [];
		before = Math.min(block.level, before + 1);
		return [{ index, text: block.text, id: uniqueId(block, taken), level: before }];
	});
}

function uniqueId(heading: HeadingBlock, taken: Set<string>): string {
	let id = heading.id;
	for (let copy = 2; taken.has(id); copy += 1) id = `${heading.id}-${copy}`;
	taken.add(id);
	return id;
}

/** Whether the document shows a table of contents. */
export function showsContents(model: DocumentModel, outline: readonly OutlineEntry[]): boolean {
	return model.contents ?? outline.filter((entry) => entry.level <= 2).length >= 5;
}

/** The numbers that a “[3]” can lead to. */
export function sourceNumbers(blocks: readonly Block[]): ReadonlySet<number> {
	return new Set(
		blocks.flatMap((block) =>
			block.type === 'sources' ? block.entries.map((entry) => entry.number) : [],
		),
	);
}
