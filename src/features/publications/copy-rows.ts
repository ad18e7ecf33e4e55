import { batchesOf } from './import-figures.server.ts';
import { missingTexts } from './figure-store.server.ts';
import type { SourceFile } from './import-source.ts';

/** The columns of `copyRows`, in their order. */
export const copyColumns = ['municipality_id', 'series_id', 'area_id', 'value', 'missing'] as const;

/**
 * The figures of a CSV as the text of a raw `COPY figure (…) FROM STDIN`: what an import is measured against. Series and
 * areas are numbered from 1, in the order of the file.
 */
export async function* copyRows(file: SourceFile, municipalityId: string): AsyncGenerator<Buffer> {
	let area = 0;
	for await (const { areas, columns, values, missing } of batchesOf(file, true)) {
		let text = '';
		for (let row = 0; row < areas.length; row += 1) {
			area += 1;
			for (let column = 0; column < columns.length; column += 1) {
				const at = row * columns.length + column;
				const reason = missingTexts[missing[at] as number];
				const cell = reason ? `\\N\t${reason}` : `${values[at]}\t\\N`;
				text += `${municipalityId}\t${column + 1}\t${area}\t${cell}\n`;
			}
		}
		yield Buffer.from(text);
	}
}
