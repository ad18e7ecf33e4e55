import { FileReadError } from './file-read-error.ts';
import { readXml } from './xml-read.ts';
import { unpack } from './zip.ts';

/** A cell of a table that was read: its paragraphs, in which line breaks are “\n”. */
export interface DocxCell {
	lines: string[];
	/** Over how many columns it stretches. */
	columns: number;
	/** It is one with the cell above it. */
	isMergedUp: boolean;
}

/** What stands in the body of a Word file, in its order. */
export type DocxBlock = { type: 'paragraph'; text: string } | { type: 'table'; rows: DocxCell[][] };

const MOST_CELLS = 200_000;

/**
 * The paragraphs and tables of a Word file (ECMA-376 part 1, §17). Tracked changes count as accepted; what stands in
 * a table within a cell, or in a text box, becomes paragraphs of the place around it. Headers, footers and notes are
 * not read.
 * @throws FileReadError
 */
export function readDocx(bytes: Uint8Array): DocxBlock[] {
	const parts = unpack(bytes, (name) => name === 'word/document.xml');
	const body = parts.get('word/document.xml');
	if (!body) throw new FileReadError('unreadable', 'no document');
	const reader = new BodyReader();
	readXml(body, reader);
	return reader.blocks;
}

interface OpenRow {
	cells: DocxCell[];
	isDeleted: boolean;
}

/** What is not part of the text as it stands: what was deleted or moved away, and what older programs show instead. */
const skipped = new Set(['del', 'moveFrom', 'Fallback']);

class BodyReader {
	readonly blocks: DocxBlock[] = [];
	#rows: DocxCell[][] | null = null;
	#row: OpenRow | null = null;
	#cell: DocxCell | null = null;
	/** Tables within the cells of a table: only the outermost gives rows. */
	#depth = 0;
	#paragraphs: string[] = [];
	#skipping = 0;
	#inRun = 0;
	#inText = false;
	#inRowProperties = false;
	#cells = 0;

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'del' && this.#inRowProperties && this.#row) this.#row.isDeleted = true;
		if (skipped.has(name)) this.#skipping += 1;
		if (this.#skipping > 0) return;
		if (this.#depth <= 1) this.#openTablePart(name, attributes);
		if (name === 'tbl') this.#depth += 1;
		else if (name === 'p') this.#paragraphs.push('');
		else if (name === 'r') this.#inRun += 1;
		else if (name === 't') this.#inText = true;
		else if (this.#inRun > 0) this.#add(characterOf(name, attributes));
	}

	text(text: string): void {
		if (this.#inText && this.#skipping === 0) this.#add(text);
	}

	close(name: string): void {
		if (skipped.has(name)) this.#skipping -= 1;
		else if (this.#skipping > 0) return;
		else if (name === 't') this.#inText = false;
		else if (name === 'r') this.#inRun -= 1;
		else if (name === 'p') this.#endParagraph();
		else if (name === 'tbl') this.#endTable();
		else if (this.#depth === 1) this.#closeTablePart(name);
	}

	#openTablePart(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'tbl' && this.#depth === 0) this.#rows = [];
		else if (name === 'tr') this.#row = { cells: [], isDeleted: false };
		else if (name === 'trPr') this.#inRowProperties = true;
		else if (name === 'tc') this.#cell = { lines: [], columns: 1, isMergedUp: false };
		else if (!this.#cell) return;
		else if (name === 'gridSpan') this.#cell.columns = spanOf(valueOf(attributes));
		else if (name === 'vMerge') this.#cell.isMergedUp = valueOf(attributes) !== 'restart';
	}

	#closeTablePart(name: string): void {
		if (name === 'trPr') this.#inRowProperties = false;
		else if (name === 'tc' && this.#cell) {
			if ((this.#cells += 1) > MOST_CELLS) throw new FileReadError('too_many_cells');
			this.#row?.cells.push(this.#cell);
			this.#cell = null;
		} else if (name === 'tr' && this.#row) {
			if (!this.#row.isDeleted) this.#rows?.push(this.#row.cells);
			this.#row = null;
		}
	}

	#endTable(): void {
		this.#depth -= 1;
		if (this.#depth > 0 || !this.#rows) return;
		this.blocks.push({ type: 'table', rows: this.#rows });
		this.#rows = null;
	}

	#endParagraph(): void {
		const text = withoutEscapes(this.#paragraphs.pop() ?? '');
		if (this.#cell) this.#cell.lines.push(text);
		else this.blocks.push({ type: 'paragraph', text });
	}

	#add(text: string): void {
		const last = this.#paragraphs.length - 1;
		if (last >= 0) this.#paragraphs[last] += text;
	}
}

/** What an element within a run stands for. */
function characterOf(name: string, attributes: Readonly<Record<string, string>>): string {
	if (name === 'tab') return '\t';
	if (name === 'cr') return '\n';
	if (name === 'br') return (attributes['w:type'] ?? 'textWrapping') === 'textWrapping' ? '\n' : '';
	return name === 'noBreakHyphen' ? '\u2011' : '';
}

/** LibreOffice writes what looks like an escape of a spreadsheet (`_x000D_`) with an escape of its own in front. */
function withoutEscapes(text: string): string {
	return text.replace(/_x005F_(?=x[0-9A-Fa-f]{4}_)/g, '_');
}

function valueOf(attributes: Readonly<Record<string, string>>): string {
	return attributes['w:val'] ?? '';
}

function spanOf(value: string): number {
	const columns = Number(value);
	return Number.isInteger(columns) && columns >= 1 && columns <= 63 ? columns : 1;
}
