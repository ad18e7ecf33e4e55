import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { callout, emphasis, heading, link, paragraph, source, table } from '#ui/document/build.ts';
import { sampleDocument } from '#ui/document/sample-document.test-data.ts';
import { compilePdf, measurePages } from './pdf-compiler.ts';
import { pdfObjects, tagCount } from './pdf-reading.test-data.ts';
import { pagesOf, renderPdf } from './pdf.server.ts';
import { renderProcess } from './render-process.server.ts';

afterAll(() => renderProcess.stop());

describe('the PDF of a report', () => {
	const objects = pdfObjects(compilePdf(sampleDocument(20)));

	test('claims PDF/UA-1 and is tagged', () => {
		expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(objects).toContain('/StructTreeRoot');
		expect(objects).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
	});

	test('says its language, title and organisation, and shows the title', () => {
		expect(objects).toMatch(/\/Lang\s*\(nl-NL\)/);
		expect(objects).toContain('Voorbeeld: wat er speelt rond het plein');
		expect(objects).toContain('Gemeente Voorbeeldstad');
		expect(objects).toContain('/DisplayDocTitle true');
	});

	test('has headings, a caption and a header cell for each column', () => {
		expect(tagCount(objects, 'H1')).toBeGreaterThanOrEqual(4);
		expect(tagCount(objects, 'H2')).toBe(1);
		expect(tagCount(objects, 'Table')).toBe(1);
		expect(tagCount(objects, 'Caption')).toBe(1);
		expect(tagCount(objects, 'TH')).toBe(4);
		expect(tagCount(objects, 'TD')).toBe(80);
	});

	test('is set in Source Sans 3 alone', () => {
		const fonts = [...objects.matchAll(/\/BaseFont\s*\/[A-Z]+\+([A-Za-z0-9]+)/g)].map(
			(found) => found[1],
		);
		expect(fonts.length).toBeGreaterThan(0);
		expect(fonts.every((font) => font?.startsWith('SourceSans3'))).toBe(true);
	});
});

test('the same document gives the same bytes', () => {
	expect(Buffer.from(compilePdf(sampleDocument(3))).equals(compilePdf(sampleDocument(3)))).toBe(
		true,
	);
});

test('a landscape sheet lies down', () => {
	const objects = pdfObjects(compilePdf({ ...sampleDocument(6), orientation: 'landscape' }));
	expect(objects).toMatch(/\/MediaBox\s*\[0 0 841\.\d+ 595\.\d+\]/);
});

test('whatever people write, in whatever order, becomes a PDF/UA-1', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 80 }),
		fc.string({ unit: 'binary', maxLength: 80 }),
		fc.constantFrom(
			'#panic()',
			'"+panic()+"',
			'\\"#{',
			'$ _*`=<x>@y',
			'// /*',
			'👍🏽',
			'\ud800',
			'\u0000',
			'\n',
			'w'.repeat(300),
		),
	);
	fc.assert(
		fc.property(text, text, text, fc.constantFrom(1, 2, 3, 4), (first, second, third, level) => {
			const pdf = compilePdf({
				title: first,
				subtitle: second,
				author: third,
				note: first,
				language: 'nl',
				blocks: [
					heading(level as 1, first, second),
					paragraph(
						first,
						emphasis(second),
						link(third, first),
						link(`#${second}`, third),
						source(4),
					),
					heading(4, second, second),
					callout('warning', third, paragraph(first)),
					table({ caption: second, columns: [first, second], rows: [[third, first]] }),
				],
			});
			expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
		}),
		{ numRuns: 150 },
	);
}, 60_000);

describe('measuring', () => {
	const blocks = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			paragraph(`${index}: wat mensen hier zien en vertellen. `.repeat(8)),
		);
	const document = (count: number) => ({ title: 'Domein', language: 'nl', blocks: blocks(count) }) as const; // prettier-ignore

	test('nothing takes nothing, and more takes more', () => {
		const pages = [0, 1, 5, 10, 20, 40].map((count) => measurePages(document(count), 'blocks'));
		expect(pages[0]).toBe(0);
		expect(pages).toEqual(pages.toSorted((one, other) => one - other));
		expect(new Set(pages).size).toBe(pages.length);
	});

	test('agrees with the pages of the PDF, where the title takes its part of the first', () => {
		for (const count of [3, 12, 30, 60]) {
			const objects = pdfObjects(compilePdf({ ...document(count), contents: false }));
			const inPdf = objects.match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
			const measured = measurePages(document(count), 'blocks');
			expect(inPdf).toBeGreaterThanOrEqual(Math.ceil(measured));
			expect(inPdf).toBeLessThanOrEqual(Math.ceil(measured + 0.2));
		}
	});
});

describe('in its own process', () => {
	test('pages are counted there too, once for the same document', async () => {
		const model = sampleDocument(30);
		expect(await pagesOf(model)).toBeCloseTo(measurePages(model, 'blocks'), 6);
		expect(pagesOf(model)).toBe(pagesOf(model));
	}, 30_000);

	test('documents asked for at the same time all arrive, and the process stays', async () => {
		const pdfs = await Promise.all([1, 2, 3].map((rows) => renderPdf(sampleDocument(rows))));
		const process = renderProcess.processId;
		await renderPdf(sampleDocument(1));
		expect(pdfs.map((pdf) => Buffer.from(pdf).toString('latin1', 0, 5))).toEqual(
			Array(3).fill('%PDF-'),
		);
		expect(renderProcess.processId).toBe(process);
	}, 30_000);

	test('a process that dies fails its document, and the next one gets a new process', async () => {
		const lost = renderPdf(sampleDocument(200));
		process.kill(renderProcess.processId!, 'SIGKILL');
		await expect(lost).rejects.toThrow('The process that makes documents ended');
		expect((await renderPdf(sampleDocument(1))).length).toBeGreaterThan(1000);
	}, 30_000);
});
