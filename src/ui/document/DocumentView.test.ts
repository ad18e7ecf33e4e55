import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DocumentView from './DocumentView.svelte';
import { heading, link, paragraph, source } from './build.ts';
import { sampleDocument } from './sample-document.test-data.ts';

const html = render(DocumentView, { props: { model: sampleDocument(20) } }).body;

test('the page says its language and has one h1', () => {
	expect(html).toContain('lang="nl"');
	expect(html.match(/<h1/g)).toHaveLength(1);
});

test('the contents lead to headings that are there', () => {
	const contents = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'));
	const targets = [...contents.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
	expect(targets).toEqual(['inleiding', 'afspraken', 'cijfers', 'onderdeel-1', 'bronnen']);
	for (const target of targets) expect(html).toMatch(new RegExp(`<h[23][^>]* id="${target}"`));
});

test('tables have a caption and scoped headers for columns and rows', () => {
	expect(html).toContain('Bevindingen bij onderdeel 1</caption>');
	expect(html.match(/<th scope="col"/g)).toHaveLength(4);
	expect(html.match(/<th scope="row"/g)).toHaveLength(20);
});

test('a source reference leads to the source and says its number', () => {
	expect(html).toMatch(/href="#bron-3"[^>]* aria-label="Bron \[3\]"/);
	expect(html).toContain('id="bron-3"');
});

test('text is escaped, and unsafe or dangling links are only text', () => {
	const blocks = [
		heading(1, '<script>'),
		paragraph('<img src=x>', link('javascript:alert(1)', 'klik'), link('#weg', 'weg'), source(9)),
	];
	const page = render(DocumentView, {
		props: { model: { title: 'x', language: 'en', blocks } },
	}).body;
	expect(page).not.toContain('<script>');
	expect(page).not.toContain('<img');
	expect(page).not.toContain('<a ');
	expect(page).toContain('[9]');
});
