import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { bulletList, heading, link, paragraph, table } from '#ui/document/build.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { sampleDocument } from '#ui/document/sample-document.test-data.ts';
import { compileOdt } from './odt-file.ts';
import { renderOdt } from './odt.server.ts';
import { renderProcess } from './render-process.server.ts';
import { xmlProblem } from './xml-check.test-data.ts';

afterAll(() => renderProcess.stop());

function parts(model: DocumentModel): Record<string, string> {
	const files = Object.entries(unzipSync(compileOdt(model)));
	return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('the OpenDocument text of a report', () => {
	const files = parts(sampleDocument(20));
	const body = files['content.xml']!;

	test('begins with its type, not compressed, at the place where programs look for it', () => {
		const start = Buffer.from(compileOdt(sampleDocument(1))).toString('latin1', 0, 90);
		expect(start.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.text/);
	});

	test('names every part in its manifest', () => {
		const named = [...files['META-INF/manifest.xml']!.matchAll(/full-path="([^"]+)"/g)];
		const packed = Object.keys(files).filter((name) => !/^mimetype$|^META-INF/.test(name));
		expect(named.map(([, path]) => path)).toEqual(['/', ...packed]);
	});

	test('consists of well-formed XML', () => {
		const xml = Object.entries(files).filter(([name]) => name.endsWith('.xml'));
		expect(xml.length).toBe(4);
		expect(xml.map(([, text]) => xmlProblem(text)).filter(Boolean)).toEqual([]);
	});

	test('says its language and title', () => {
		expect(files['styles.xml']).toContain('fo:language="nl" fo:country="NL"');
		expect(files['meta.xml']).toContain('<dc:language>nl-NL</dc:language>');
		expect(files['meta.xml']).toContain(
			'<dc:title>Voorbeeld: wat er speelt rond het plein</dc:title>',
		);
	});

	test('has headings with their level, captions and a header row that repeats', () => {
		expect(body.match(/<text:h [^>]*text:outline-level="1"/g)).toHaveLength(4);
		expect(body.match(/<text:h [^>]*text:outline-level="2"/g)).toHaveLength(1);
		expect(body).toMatch(/Tabel\u00A0<text:sequence [^>]*>1<\/text:sequence>\. Bevindingen bij/);
		expect(body.match(/<table:table-header-rows>/g)).toHaveLength(1);
	});

	test('uses only styles that it has', () => {
		const all = Object.values(files).join('');
		const used = [...all.matchAll(/(?:text|table):(?:visited-)?style-name="([^"]+)"/g)];
		const known = new Set([...all.matchAll(/style:name="([^"]+)"/g)].map(([, name]) => name));
		expect(used.length).toBeGreaterThan(100);
		expect(used.filter(([, name]) => !known.has(name))).toEqual([]);
	});

	test('every link within the file leads to a bookmark', () => {
		const anchors = [...body.matchAll(/xlink:href="#([^"]+)"/g)].map(([, name]) => name);
		const marks = [...body.matchAll(/<text:bookmark text:name="([^"]+)"/g)].map(([, name]) => name);
		expect(anchors).toContain('source-3');
		expect(anchors.filter((name) => !marks.includes(name))).toEqual([]);
	});

	test('counts its pages in the footer', () => {
		expect(files['styles.xml']).toMatch(/<style:footer>.*text:page-number.*text:page-count/);
	});

	test('completes links to pages of ours', () => {
		expect(body).toContain('xlink:href="https://voorbeeld.example/voorbeeldstad/plein/12"');
	});
});

test('the same document gives the same bytes', () => {
	const once = Buffer.from(compileOdt(sampleDocument(3)));
	expect(once.equals(compileOdt(sampleDocument(3)))).toBe(true);
});

test('a landscape sheet lies down', () => {
	const styles = parts({ ...sampleDocument(3), orientation: 'landscape' })['styles.xml'];
	expect(styles).toContain('fo:page-width="297mm" fo:page-height="210mm"');
});

test('spaces, tabs and line ends of a text are kept', () => {
	const blocks = [paragraph('  twee  spaties\ten een\nnieuwe regel ')];
	const body = parts({ title: 'x', language: 'nl', blocks })['content.xml'];
	expect(body).toContain(
		'<text:s text:c="2"/>twee<text:s text:c="2"/>spaties<text:tab/>en een<text:line-break/>nieuwe regel<text:s text:c="1"/>',
	);
});

test('whatever people write, the XML stays well-formed and holds no forbidden character', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom('<text:p/>', ']]>', '&amp;', '"\'', '\u0000\u0008', '\uFFFE', '\ud800', 'a\nb'),
	);
	fc.assert(
		fc.property(text, text, (first, second) => {
			const files = parts({
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
			for (const [name, xml] of Object.entries(files))
				if (name.endsWith('.xml')) expect(xmlProblem(xml)).toBeNull();
		}),
		{ numRuns: 200 },
	);
}, 30_000);

test('comes from its own process as well', async () => {
	expect(Object.keys(unzipSync(await renderOdt(sampleDocument(2))))).toContain('content.xml');
}, 30_000);
