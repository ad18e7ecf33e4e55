import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletList, heading, paragraph, source, sourceEntry, sources, table } from './build.ts';
import { compareDocuments, type ComparedSection } from './compare.ts';
import type { Block, DocumentModel } from './model.ts';

const document = (...blocks: Block[]): DocumentModel => ({ title: 'T', language: 'nl', blocks });

/** The sections that differ, each as its lines. */
function changes(before: DocumentModel, after: DocumentModel) {
	return compareDocuments(before, after)
		.filter(({ kind }) => kind !== 'same')
		.map(({ heading: name, kind, lines }) => [
			name,
			kind,
			...lines.filter((line) => line.kind !== 'same').map((line) => [line.before, line.after]),
		]);
}

describe('two versions of a document', () => {
	test('that are the same differ nowhere', () => {
		const model = document(heading(1, 'Wonen'), paragraph('Er is weinig groen.'));
		expect(changes(model, structuredClone(model))).toEqual([]);
	});

	test('show a paragraph as it was beside what it became', () => {
		const before = document(heading(1, 'Wonen'), paragraph('Er is weinig groen bij de flats.'));
		const after = document(heading(1, 'Wonen'), paragraph('Er is meer groen bij de flats.'));
		expect(changes(before, after)).toEqual([
			['Wonen', 'changed', ['Er is weinig groen bij de flats.', 'Er is meer groen bij de flats.']],
		]);
	});

	test('do not put lines beside each other that have nothing in common', () => {
		const before = document(heading(1, 'Wonen'), bulletList('Er is weinig groen.'));
		const after = document(heading(1, 'Wonen'), bulletList('Ouderen vragen een bushalte.'));
		expect(changes(before, after)).toEqual([
			[
				'Wonen',
				'changed',
				['- Er is weinig groen.', null],
				[null, '- Ouderen vragen een bushalte.'],
			],
		]);
	});

	test('tell which sections came and went, each where it stands', () => {
		const before = document(heading(1, 'Een'), heading(1, 'Twee'), paragraph('Weg.'));
		const after = document(heading(1, 'Een'), heading(1, 'Drie'), paragraph('Nieuw.'));
		expect(changes(before, after)).toEqual([
			['Twee', 'removed', ['Weg.', null]],
			['Drie', 'added', [null, 'Nieuw.']],
		]);
	});

	test('know a section by its id, also when it is called otherwise', () => {
		const before = document(heading(1, 'Weging', 'weging'), paragraph('x'));
		const after = document(heading(1, 'Hoe we wogen', 'weging'), paragraph('x'));
		expect(changes(before, after)).toEqual([
			['Hoe we wogen', 'changed', ['Weging', 'Hoe we wogen']],
		]);
	});

	test('leave the numbers of sources out: one source more moves them all', () => {
		const before = document(
			heading(1, 'Wonen'),
			paragraph('Er is weinig groen.', source(1)),
			sources(sourceEntry(1, 'Gesprek')),
		);
		const after = document(
			heading(1, 'Wonen'),
			paragraph('Er is weinig groen.', source(2)),
			sources(sourceEntry(1, 'Nieuw gesprek van de week'), sourceEntry(2, 'Gesprek')),
		);
		expect(changes(before, after)).toEqual([
			['Wonen', 'changed', [null, 'Nieuw gesprek van de week']],
		]);
	});

	test('compare a table row by row', () => {
		const rows = (last: string) =>
			document(heading(1, 'Cijfers'), table({ caption: 'C', columns: ['a', 'b'], rows: [['1', '2'], ['Inwoners', last]] })); // prettier-ignore
		expect(changes(rows('3.215'), rows('3.300'))).toEqual([
			['Cijfers', 'changed', ['Inwoners | 3.215', 'Inwoners | 3.300']],
		]);
	});
});

test('every line of both versions is told once, in its order', () => {
	const blocks = fc.array(
		fc.oneof(
			fc.constantFrom('Een', 'Twee', 'Drie').map((text) => heading(1, text)),
			fc.constantFrom('a b c', 'a b d', 'x', 'y z').map((text) => paragraph(text)),
		),
		{ maxLength: 12 },
	);
	const linesOf = (sections: ComparedSection[], side: 'before' | 'after') =>
		sections.flatMap(({ lines }) => lines.flatMap((line) => line[side] ?? [])).sort();
	const written = (list: Block[]) =>
		['T', ...list.flatMap((block) => (block.type === 'paragraph' ? [block.content.map((piece) => ('text' in piece ? piece.text : '')).join('')] : []))].sort(); // prettier-ignore
	fc.assert(
		fc.property(blocks, blocks, (was, became) => {
			const sections = compareDocuments(document(...was), document(...became));
			expect(linesOf(sections, 'before')).toEqual(written(was));
			expect(linesOf(sections, 'after')).toEqual(written(became));
		}),
	);
});
