import { expect, test } from 'vitest';
import { compileDocx } from '#server/documents/docx-file.ts';
import { sampleDocument } from '#ui/document/sample-document.test-data.ts';
import { startOffice } from './support/office.ts';

const office = await startOffice();

test('a Word file of ours is opened by LibreOffice as it is, with its headings, tables and language', async () => {
	const bytes = await compileDocx(sampleDocument(3));
	const { read } = await office.open(
		{ name: 'sample.docx', bytes },
		{ steps: [{ do: 'paragraphs' }, { do: 'tables' }, { do: 'facts' }] },
	);
	const [paragraphs, tables, facts] = read as [
		{ style: string; level: number; text: string }[],
		{ headerRows: number; rows: string[][] }[],
		{ title: string; language: string; pages: number },
	];
	expect(paragraphs.filter(({ level }) => level > 0)).toEqual([
		expect.objectContaining({ level: 1, text: 'Waar dit verslag over gaat' }),
		expect.objectContaining({ level: 1, text: 'Afspraken' }),
		expect.objectContaining({ level: 1, text: 'De cijfers' }),
		expect.objectContaining({ level: 2, text: 'Onderdeel 1' }),
		expect.objectContaining({ level: 1, text: 'Bronnen' }),
	]);
	expect(tables[0]).toMatchObject({ headerRows: 1 });
	expect(facts).toMatchObject({
		title: 'Voorbeeld: wat er speelt rond het plein',
		language: 'nl-NL',
	});
});

test('a Word file that is broken is not opened', async () => {
	const bytes = await compileDocx(sampleDocument(3));
	await expect(
		office.open({ name: 'broken.docx', bytes: bytes.slice(0, bytes.length / 2) }),
	).rejects.toThrow('broken.docx');
});
