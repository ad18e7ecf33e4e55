import { describe, expect, test } from 'vitest';
import { compileDocx } from '#server/documents/docx-file.ts';
import { compileOdt } from '#server/documents/odt-file.ts';
import { bulletList, heading, paragraph, table } from '#ui/document/build.ts';
import { documentLabels } from '#ui/document/labels.ts';
import type { Block, DocumentModel } from '#ui/document/model.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { sampleDocument } from '#ui/document/sample-document.test-data.ts';
import { startOffice } from './support/office.ts';

const office = await startOffice();

interface Opened {
	paragraphs: { style: string; level: number; text: string }[];
	tables: { headerRows: number; rows: string[][] }[];
	facts: { title: string; language: string; pages: number; landscape: boolean };
}

async function opened(name: string, bytes: Uint8Array): Promise<Opened> {
	const steps = [{ do: 'paragraphs' }, { do: 'tables' }, { do: 'facts' }];
	const { read } = await office.open({ name, bytes }, { steps });
	const [paragraphs, tables, facts] = read as [Opened['paragraphs'], Opened['tables'], Opened['facts']]; // prettier-ignore
	return { paragraphs, tables, facts };
}

/** What a document says outside its tables, word by word; marks of lists and quotes are the program's own. */
function wordsOf(model: DocumentModel): string[] {
	const blocks = model.blocks
		.filter((block) => block.type !== 'table')
		.map((block): Block =>
			block.type === 'callout'
				? { ...block, title: block.title ?? documentLabels[model.language][block.tone] }
				: block,
		);
	return words(plainText({ ...model, blocks }).replace(/^(?:- |\d+\. )/gm, ''));
}

/** The same of what LibreOffice shows: without what it adds, the contents and the captions' numbers. */
function wordsShown({ paragraphs }: Opened): string[] {
	return words(
		paragraphs
			.filter(({ style }) => !/^(?:Caption|Contents|TOC|Index)/i.test(style))
			.map(({ text }) => text)
			.join('\n'),
	);
}

const words = (text: string) =>
	text
		.replaceAll(/[“”·–]/g, ' ')
		.split(/\s+/)
		.filter(Boolean);

const headings = ({ blocks }: DocumentModel) =>
	blocks.flatMap((block) => (block.type === 'heading' ? [[block.level, block.text]] : []));

function tablesOf({ blocks }: DocumentModel): string[][][] {
	return blocks.flatMap((block) => {
		if (block.type !== 'table') return [];
		const alone = plainText({ title: '', language: 'nl', blocks: [block] });
		const rows = alone.trim().split('\n').slice(1);
		return [rows.map((row) => row.split('\t').map((cell) => cell.replaceAll(/(?:^|\s)- /g, ' ')))];
	});
}

const flat = (rows: string[][]) => rows.map((row) => row.map((cell) => words(cell).join(' ')));

describe.each([
	['docx', compileDocx],
	['odt', compileOdt],
] as const)('a long report as %s, opened by LibreOffice as it is', async (format, compile) => {
	const model = sampleDocument(200);
	const file = await opened(`report.${format}`, await compile(model));

	test('says every word of the report, once and in its order', () => {
		expect(wordsShown(file)).toEqual(wordsOf(model));
	});

	test('has its headings, each on its level', () => {
		const found = file.paragraphs.filter(({ level, style }) => level > 0 && style !== 'Title');
		expect(found.map(({ level, text }) => [level, text])).toEqual(headings(model));
	});

	test('has its tables, cell for cell, with a header row that repeats', () => {
		expect(file.tables.map(({ rows }) => flat(rows))).toEqual(tablesOf(model).map(flat));
		expect(file.tables.map(({ headerRows }) => headerRows)).toEqual(Array(10).fill(1));
	});

	test('says its title and language, and takes many pages', () => {
		expect(file.facts).toMatchObject({ title: model.title, language: 'nl-NL', landscape: false });
		expect(file.facts.pages).toBeGreaterThan(20);
	});

	test('lies down when its sheets do, and is in English when it is', async () => {
		const lying = { ...sampleDocument(3), orientation: 'landscape', language: 'en' } as const;
		const { facts } = await opened(`lying.${format}`, await compile(lying));
		expect(facts).toMatchObject({ language: 'en-GB', landscape: true });
	});

	test('odd characters come through', async () => {
		const odd = '<b>&amp; "x" \'y\' ]]> é ñ 漢字 👍🏽 \u200F a\u00A0b';
		const strange: DocumentModel = {
			title: odd,
			language: 'nl',
			blocks: [
				heading(1, odd),
				paragraph(`  ${odd}  twee\nregels\u0000`),
				bulletList(odd),
				table({ caption: odd, columns: [odd, 'b'], rows: [[odd, odd]] }),
			],
		};
		const read = await opened(`odd.${format}`, await compile(strange));
		expect(read.facts.title).toBe(odd);
		expect(read.tables[0]?.rows).toEqual([
			[odd, 'b'],
			[odd, odd],
		]);
		const texts = read.paragraphs.map(({ text }) => text);
		expect(texts).toContain(`  ${odd}  twee\nregels`);
		expect(texts.filter((text) => text === odd)).toHaveLength(3);
	});
});

test('a file that is broken is not opened', async () => {
	const bytes = compileOdt(sampleDocument(3));
	await expect(opened('broken.odt', bytes.slice(0, bytes.length / 2))).rejects.toThrow('broken.odt'); // prettier-ignore
});
