import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { bulletList, heading, link, paragraph, table } from '#ui/document/build.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { sampleDocument } from '#ui/document/sample-document.test-data.ts';
import { compileDocx } from './docx-file.ts';
import { renderDocx } from './docx.server.ts';
import { renderProcess } from './render-process.server.ts';
import { xmlProblem } from './xml-check.test-data.ts';

afterAll(() => renderProcess.stop());

async function parts(model: DocumentModel): Promise<Record<string, string>> {
	const files = unzipSync(await compileDocx(model));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('the Word file of a report', async () => {
	const files = await parts(sampleDocument(20));
	const body = files['word/document.xml']!;

	test('consists of well-formed XML', () => {
		const xml = Object.entries(files).filter(([name]) => /\.(xml|rels)$/.test(name));
		expect(xml.length).toBeGreaterThan(5);
		expect(xml.map(([, text]) => xmlProblem(text)).filter(Boolean)).toEqual([]);
	});

	test('says its language and title', () => {
		expect(files['word/styles.xml']).toContain('<w:lang w:val="nl-NL"/>');
		expect(files['docProps/core.xml']).toContain(
			'<dc:title>Voorbeeld: wat er speelt rond het plein</dc:title>',
		);
	});

	test('uses heading styles, captions and a header row that repeats', () => {
		expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
		expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(1);
		expect(body).toContain('Tabel 1. Bevindingen bij onderdeel 1');
		expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
	});

	test('gives heading styles their outline level, which LibreOffice goes by', () => {
		const levels = files['word/styles.xml']!.matchAll(
			/w:styleId="Heading(\d)">.*?<w:outlineLvl w:val="(\d)"/g,
		);
		expect([...levels].map(([, style, level]) => [style, level])).toEqual([
			['1', '0'],
			['2', '1'],
			['3', '2'],
			['4', '3'],
		]);
	});

	test('every link within the file leads to a bookmark', () => {
		const anchors = new Set([...body.matchAll(/w:anchor="([^"]+)"/g)].map((found) => found[1]));
		const bookmarks = new Set(
			[...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((found) => found[1]),
		);
		expect(anchors.has('source_3')).toBe(true);
		expect([...anchors].filter((anchor) => !bookmarks.has(anchor))).toEqual([]);
	});

	test('counts its pages in the footer', () => {
		const footer = Object.entries(files).find(([name]) => name.startsWith('word/footer'))![1];
		expect(footer).toMatch(/>PAGE<[^]*>NUMPAGES</);
	});

	test('completes links to pages of ours', () => {
		expect(files['word/_rels/document.xml.rels']).toContain(
			'https://voorbeeld.example/voorbeeldstad/plein/12',
		);
	});
});

test('a landscape sheet lies down', async () => {
	const body = (await parts({ ...sampleDocument(3), orientation: 'landscape' }))[
		'word/document.xml'
	];
	expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
});

test('whatever people write, the XML stays well-formed and holds no forbidden character', async () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom(
			'<w:p/>',
			']]>',
			'&amp;',
			'"\'',
			'\u0000\u0008\u001F',
			'\uFFFE\uFFFF',
			'\ud800',
			'a\nb',
		),
	);
	await fc.assert(
		fc.asyncProperty(text, text, async (first, second) => {
			const files = await parts({
				title: first,
				subtitle: second,
				author: first,
				language: 'en',
				blocks: [
					heading(3, first, second),
					paragraph(second, link(first, second), link(`https://a.example/${second}`, first)),
					table({ caption: first, columns: [second], rows: [[{ blocks: [bulletList(first)] }]] }),
				],
			});
			for (const [name, xml] of Object.entries(files)) {
				if (/\.(xml|rels)$/.test(name)) expect(xmlProblem(xml)).toBeNull();
			}
		}),
		{ numRuns: 60 },
	);
}, 60_000);

test('comes from its own process as well', async () => {
	const file = await renderDocx(sampleDocument(2));
	expect(Object.keys(unzipSync(file))).toContain('word/document.xml');
}, 30_000);
