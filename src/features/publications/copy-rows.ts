import { batchesOf } from './file-source.ts';
import { rowsOf } from './figure-rows.ts';
import type { SourceFile } from './import-source.ts';

/** The columns of `copyRows`, in their order. */
export const copyColumns = [
	'municipality_id',
	'publication_id',
	'area_id',
	'values',
	'missing',
] as const;

/**
 * The figures of a CSV as the text of a raw `COPY … FROM STDIN`: what an import is measured against. Areas are numbered
 * from 1, in the order of the file.
 */
export async function* copyRows(
	file: SourceFile,
	key: { municipalityId: string; publicationId: string },
): AsyncGenerator<Buffer> {
	let area = 0;
	for await (const batch of batchesOf(file, true)) {
		let text = '';
		for (const { values, missing } of rowsOf(batch)) {
			area += 1;
			text += `${key.municipalityId}\t${key.publicationId}\t${area}\t${values}\t${missing ?? '\\N'}\n`;
		}
		yield Buffer.from(text);
	}
}
