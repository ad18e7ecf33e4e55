import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** The columns of the key figures that say which area a line is about, at its beginning. */
const aboutTheArea = 6;

/**
 * Writes the key figures of another year: those of the given file, of which every number moved by up to a tenth. The same
 * file and year give the same numbers; codes, gaps and decimals stay. Gives the path.
 */
export async function writeShiftedYear(
	file: string,
	year: number,
	folder: string,
): Promise<string> {
	const target = path.join(folder, `kwb${year}_verschoven.csv`);
	const out = createWriteStream(target);
	const bytes = createReadStream(file);
	const lines = createInterface({
		input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes,
	});
	let seed = year;
	const factor = () => {
		seed = (seed * 48271) % 2147483647;
		return 0.9 + (0.2 * seed) / 2147483647;
	};
	let isHead = true;
	for await (const line of lines) {
		const cells = line.split(';');
		const shifted = isHead
			? cells
			: cells.map((cell, at) => (at < aboutTheArea ? cell : shiftedCell(cell, factor())));
		isHead = false;
		if (!out.write(`${shifted.join(';')}\n`)) await once(out, 'drain');
	}
	out.end();
	await once(out, 'finish');
	return target;
}

function shiftedCell(cell: string, factor: number): string {
	const number = /^\s*-?\d+(?:[.](\d+))?\s*$/.exec(cell);
	return number ? (Number(cell) * factor).toFixed(number[1]?.length ?? 0) : cell;
}
