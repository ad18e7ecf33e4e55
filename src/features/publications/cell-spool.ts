import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** So many areas are put together at a time. */
export const AREAS_PER_PART = 500;

/** What a cell is of its figure; the number is its place in a record. */
export const SLOTS = ['value', 'lower', 'upper', 'numerator', 'denominator'] as const;
export type Slot = (typeof SLOTS)[number];

const SERIES = 2 ** 20;
const RECORDS_HELD = 4096;

interface Part {
	file: number;
	held: Float64Array;
	count: number;
}

/** One cell: where it belongs, and a value or the reason (see `MISSING_REASONS`; 0 with a value). */
export interface SpooledCell {
	area: number;
	series: number;
	slot: number;
	reason: number;
	value: number;
}

/**
 * Cells in any order, sorted out by area on disk. Tables with a line per area, age, margin and year come in an order in
 * which one area's figures lie far apart; the whole of such a table would not fit in memory. 16 bytes a cell.
 */
export class CellSpool {
	private readonly folder: string;
	private readonly parts: Part[] = [];

	/** `folder` is made here, and removed by `drop`. */
	constructor(folder: string) {
		this.folder = folder;
		mkdirSync(folder, { recursive: true });
	}

	/** Areas are counted from 0, series too. */
	put({ area, series, slot, reason, value }: SpooledCell): void {
		const part = this.partOf(Math.floor(area / AREAS_PER_PART));
		const at = part.count * 2;
		part.held[at] = ((area * SERIES + series) * 8 + slot) * 8 + reason;
		part.held[at + 1] = value;
		part.count += 1;
		if (part.count === RECORDS_HELD) flush(part);
	}

	/** The cells of the areas from `number * AREAS_PER_PART` on, in the order in which they came. */
	*cells(number: number): Generator<SpooledCell> {
		const part = this.parts[number];
		if (!part) return;
		flush(part);
		const bytes = readFileSync(this.place(number));
		const records = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
		for (let at = 0; at < records.length; at += 2) {
			let code = records[at] as number;
			const reason = code % 8;
			code = (code - reason) / 8;
			const slot = code % 8;
			code = (code - slot) / 8;
			const series = code % SERIES;
			yield {
				area: (code - series) / SERIES,
				series,
				slot,
				reason,
				value: records[at + 1] as number,
			};
		}
	}

	/** Removes what is on disk. */
	drop(): void {
		for (const { file } of this.parts) closeSync(file);
		this.parts.length = 0;
		rmSync(this.folder, { recursive: true, force: true });
	}

	private partOf(number: number): Part {
		while (this.parts.length <= number)
			this.parts.push({
				file: openSync(this.place(this.parts.length), 'w', 0o600),
				held: new Float64Array(RECORDS_HELD * 2),
				count: 0,
			});
		return this.parts[number] as Part;
	}

	private place(number: number): string {
		return path.join(this.folder, `${number}.cells`);
	}
}

function flush(part: Part): void {
	const bytes = Buffer.from(part.held.buffer, 0, part.count * 16);
	for (let written = 0; written < bytes.length;)
		written += writeSync(part.file, bytes, written, bytes.length - written);
	part.count = 0;
}
