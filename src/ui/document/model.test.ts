import { describe, expect, test } from 'vitest';
import { bulletList, heading, inlines, link, paragraph, source, table } from './build.ts';
import { linkTarget } from './link-target.ts';
import { outlineOf, showsContents, sourceNumbers } from './outline.ts';
import { plainText } from './plain-text.ts';
import { sampleDocument } from './sample-document.test-data.ts';

describe('building a document', () => {
	test('a string is ordinary text, other pieces stay what they are', () => {
		expect(inlines('Zie ', source(3))).toEqual([
			{ type: 'text', text: 'Zie ' },
			{ type: 'sourceReference', number: 3 },
		]);
	});

	test('a heading gets an id from its text, without accents', () => {
		expect(heading(2, 'Één café, twee pleinen').id).toBe('een-cafe-twee-pleinen');
	});

	test('a list item may be one string or several pieces', () => {
		const list = bulletList('een', ['twee', source(1)]);
		expect(list.items.map((item) => item.length)).toEqual([1, 2]);
	});

	test('a table row with a cell too few is refused', () => {
		expect(() =>
			table({ caption: 'Leeg', columns: ['a', 'b'], rows: [['1', '2'], ['3']] }),
		).toThrow(/row 2 does not have 2 cells/);
	});
});

describe('the outline', () => {
	test('closes gaps between heading levels', () => {
		const levels = outlineOf([heading(3, 'a'), heading(4, 'b'), heading(2, 'c'), heading(4, 'd')]);
		expect(levels.map((entry) => entry.level)).toEqual([1, 2, 2, 3]);
	});

	test('gives a repeated id a number', () => {
		const outline = outlineOf([heading(1, 'Wonen'), paragraph('x'), heading(1, 'Wonen')]);
		expect(outline.map((entry) => [entry.index, entry.id])).toEqual([
			[0, 'wonen'],
			[2, 'wonen-2'],
		]);
	});

	test('asks for a table of contents from five headings on, unless the model says otherwise', () => {
		const model = sampleDocument(20);
		const outline = outlineOf(model.blocks);
		expect(showsContents(model, outline)).toBe(true);
		expect(showsContents(model, outline.slice(0, 4))).toBe(false);
		expect(showsContents({ ...model, contents: false }, outline)).toBe(false);
	});

	test('knows which sources there are', () => {
		expect([...sourceNumbers(sampleDocument(1).blocks)]).toEqual([1, 2, 3]);
	});
});

describe('a link', () => {
	test.each([
		'javascript:alert(1)',
		'data:text/html,x',
		'//elders.example',
		'/\\elders',
		'geen adres',
		'',
	])('to “%s” leads nowhere', (href) => expect(linkTarget(href)).toBeNull());

	test('to a page of ours is completed with the base address', () => {
		expect(linkTarget('/plein/12', 'https://a.example/x')).toEqual({
			kind: 'address',
			href: 'https://a.example/plein/12',
		});
	});
});

test('plain text holds every part of a document once', () => {
	const text = plainText({
		title: 'Titel',
		language: 'nl',
		blocks: [
			heading(1, 'Kop'),
			paragraph('Zie ', link('/x', 'dit'), source(2)),
			table({
				caption: 'Tabel',
				columns: ['a', 'b'],
				rows: [['1', { blocks: [bulletList('p', 'q')] }]],
			}),
		],
	});
	expect(text).toBe('Titel\n\nKop\n\nZie dit[2]\n\nTabel\na\tb\n1\t- p - q\n');
});
