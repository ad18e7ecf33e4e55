import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { writeXlsx } from '../spreadsheets/xlsx-write.ts';
import { readFileContent } from './read-file.server.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: Uint8Array, most = 10e6) {
	const location = path.join(folder, 'file');
	writeFileSync(location, bytes);
	return readFileContent(location, most);
}

const workbook = (sheet: string, strings = '') =>
	zipSync({
		'xl/workbook.xml': strToU8(
			'<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			'<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
		),
		'xl/worksheets/sheet1.xml': strToU8(sheet),
		...(strings && { 'xl/sharedStrings.xml': strToU8(strings) }),
	});
const cell = (text: string) =>
	`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;

test('the handmade workbook that the others are a variation of is read', async () => {
	expect(await read(workbook(cell('gewoon')))).toMatchObject({
		format: 'xlsx',
		sheets: [{ name: 'A', rows: [{ index: 0, cells: ['gewoon'] }] }],
	});
});

describe('is refused with a reason', () => {
	test('an archive that unpacks to far more than it is', { timeout: 60_000 }, async () => {
		const bomb = zipSync({ 'word/document.xml': new Uint8Array(150e6) });
		expect(bomb.length).toBeLessThan(1e6);
		await expect(read(bomb)).rejects.toMatchObject({ reason: 'too_large' });
	});

	test('an archive that says it is small and is not', async () => {
		const bytes = workbook(cell('x'.repeat(500_000)));
		// The size once unpacked, in the central directory: of the part that is large.
		const view = new DataView(bytes.buffer);
		for (let at = 0; at < bytes.length - 46; at += 1)
			if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 400_000)
				view.setUint32(at + 24, 1000, true);
		await expect(read(bytes)).rejects.toMatchObject({ reason: 'unreadable' });
	});

	test('XML with entities that grow, or that fetch a file', async () => {
		const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${cell('&b;')}`;
		const fetching = `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>${cell('&a;')}`;
		await expect(read(workbook(laughs))).rejects.toMatchObject({ reason: 'unreadable' });
		await expect(read(workbook(fetching))).rejects.toMatchObject({ reason: 'unreadable' });
	});

	test.each([
		['nothing', new Uint8Array(), 'unreadable'],
		['a PDF', strToU8('%PDF-1.7\n'), 'unreadable'],
		['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'unreadable'],
		['half an archive', workbook(cell('x')).slice(0, 300), 'unreadable'],
		['an archive of something else', zipSync({ mimetype: strToU8('x') }), 'unreadable'],
		['XML that stops', workbook('<worksheet><sheetData><row>'), 'unreadable'],
		['a cell in the last column there is', workbook('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'), 'too_many_cells'], // prettier-ignore
	])('%s', async (_what, bytes, reason) => {
		await expect(read(bytes)).rejects.toMatchObject({ reason });
	});

	test('what is larger than it may be', async () => {
		await expect(read(strToU8('a;b\n'.repeat(100)), 100)).rejects.toMatchObject({
			reason: 'too_large',
		});
	});
});

test('ten thousand rows are read', async () => {
	const rows = Array.from({ length: 10_000 }, (_, index) => [`Regel ${index}`, 'tekst', '', 'x']);
	const columns = [{ width: 10 }, { width: 10 }, { width: 10 }, { width: 10 }];
	const bytes = writeXlsx([{ name: 'Veel', columns, rows }], { title: 'Veel', language: 'nl-NL' });
	const content = await read(bytes);
	expect(content).toMatchObject({ format: 'xlsx' });
	if (content.format === 'docx') throw new Error('A spreadsheet.');
	expect(content.sheets[0]!.rows).toHaveLength(10_000);
	expect(content.sheets[0]!.rows[9999]!.cells).toEqual(['Regel 9999', 'tekst', null, 'x']);
});
