import { readCsv } from '../spreadsheets/csv.ts';
import type { Sheet } from '../spreadsheets/sheet.ts';
import { readXlsx } from '../spreadsheets/xlsx-read.ts';
import { readDocx, type DocxBlock } from './docx-read.ts';
import { FileReadError } from './file-read-error.ts';
import { unpack } from './zip.ts';

/** What a file holds: sheets (a spreadsheet; CSV is one sheet without a name) or the blocks of a text. */
export type FileContent =
	{ format: 'xlsx' | 'csv'; sheets: Sheet[] } | { format: 'docx'; blocks: DocxBlock[] };

/**
 * Reads a spreadsheet, a Word file or CSV, whatever its name says: what it is shows from its bytes.
 * @throws FileReadError
 */
export function contentOf(bytes: Uint8Array): FileContent {
	if (!isZip(bytes)) return { format: 'csv', sheets: [csvSheet(bytes)] };
	let isText = false;
	unpack(bytes, (name) => {
		isText ||= name === 'word/document.xml';
		return false;
	});
	return isText
		? { format: 'docx', blocks: readDocx(bytes) }
		: { format: 'xlsx', sheets: readXlsx(bytes) };
}

function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Signs of a file that is no text: the old formats of Office, PDF, and control characters that no text has. */
const noText = /^(\u00d0\u00cf\u0011\u00e0|%PDF)|[\u0001-\u0008\u000e-\u001a]/;

function csvSheet(bytes: Uint8Array): Sheet {
	const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const isUtf16 = /^(\u00ff\u00fe|\u00fe\u00ff)/.test(start);
	if (!isUtf16 && noText.test(start)) throw new FileReadError('unreadable', 'no text');
	const rows = readCsv(bytes).map((cells, index) => ({ index, cells }));
	return { name: '', isHidden: false, rows, merges: [] };
}
