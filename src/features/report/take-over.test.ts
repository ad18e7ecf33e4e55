import { expect, test } from 'vitest';
import { sectionInput } from './section-input.ts';
import { proposalsOf } from './section-freshness.ts';
import { takeOver, withMark } from './take-over.ts';

const text = 'Eerst dit. {B1}\n\nDan dat. {B2}';

test.each([
	[{ before: 'Eerst dit. {B1}', now: 'Nu dit. {B1}[1]' }, 'Nu dit. {B1}[1]\n\nDan dat. {B2}'],
	[{ before: 'Weg. {B9}', now: 'Nieuw. {B9}' }, `${text}\n\nNieuw. {B9}`],
	[{ before: null, now: 'Nieuw. {B3}' }, `${text}\n\nNieuw. {B3}`],
])('taking over %j', (proposal, expected) => {
	expect(takeOver(text, proposal)).toBe(expected);
});

test('into an empty text goes the sentence alone, or the mark', () => {
	expect(takeOver(' ', { before: null, now: 'Nieuw.' })).toBe('Nieuw.');
	expect(withMark('', '[1]')).toBe('[1]');
	expect(withMark('Dit.\n', '[1]')).toBe('Dit. [1]');
});

test('a button beside the text saves what was typed with what it adds', () => {
	const take = JSON.stringify({ before: null, now: 'Erbij. {B2}' });
	expect(sectionInput({ text: 'Getypt.', marks: '{}', take, version: '3' })).toEqual({
		text: 'Getypt.\n\nErbij. {B2}',
		marks: {},
		version: '3',
	});
	expect(sectionInput({ text: 'Getypt.', marks: 'geen json', mark: '[2]' })).toEqual({
		text: 'Getypt. [2]',
		marks: null,
	});
});

test('a new draft is laid beside what the text says about the same', () => {
	const refs = (id: string) => [{ kind: 'finding' as const, id, version: 1, at: 0 }];
	const content = (...sentences: { text: string; refs: ReturnType<typeof refs> }[]) => ({
		paragraphs: [{ sentences }],
	});
	const same = { text: 'Gelijk.', refs: refs('a') };
	const old = { text: 'Zo was het.', refs: refs('b') };
	const now = { text: 'Zo is het.', refs: refs('b') };
	const added = { text: 'Nieuw.', refs: refs('c') };
	expect(proposalsOf(content(same, old), content(same, now, added))).toEqual([
		{ before: old, now },
		{ before: null, now: added },
	]);
});
