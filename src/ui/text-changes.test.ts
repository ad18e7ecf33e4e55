import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inStretches, isChanged, textChanges, type TextPart } from './text-changes.ts';

const textOf = (parts: TextPart[], without: TextPart['kind']) =>
	parts
		.filter(({ kind }) => kind !== without)
		.map(({ text }) => text)
		.join('');

describe('changes of a text', () => {
	test('name the words that came and went, and leave the others alone', () => {
		expect(textChanges('Drie bankjes op het plein', 'Vijf bankjes op het grote plein')).toEqual([
			{ kind: 'removed', text: 'Drie' },
			{ kind: 'added', text: 'Vijf' },
			{ kind: 'same', text: ' bankjes op het ' },
			{ kind: 'added', text: 'grote ' },
			{ kind: 'same', text: 'plein' },
		]);
	});

	test('of a sentence that was rewritten are one stretch, and white space elsewhere stays', () => {
		const parts = textChanges('Het veld is leeg. Zo is het', 'Op het plein zit niemand. Zo is het');
		expect(inStretches(parts).map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
		expect(inStretches(textChanges('a b', 'a  c b'))).toEqual(textChanges('a b', 'a  c b'));
	});

	test('are none when nothing changed', () => {
		expect(isChanged(textChanges('Zo', 'Zo'))).toBe(false);
		expect(textChanges('', '')).toEqual([]);
	});

	test('give both texts back, whatever they are', () => {
		const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'het', 'é'), { maxLength: 40 });
		const text = fc.oneof(
			words.map((list) => list.join('')),
			fc.string({ unit: 'grapheme' }),
		);
		fc.assert(
			fc.property(text, text, (before, after) => {
				const parts = textChanges(before, after);
				expect(textOf(parts, 'added')).toBe(before);
				expect(textOf(parts, 'removed')).toBe(after);
				expect(isChanged(parts)).toBe(before !== after);
				expect(textOf(inStretches(parts), 'added')).toBe(before);
				expect(textOf(inStretches(parts), 'removed')).toBe(after);
			}),
		);
	});

	test('of texts that have almost nothing in common still give both texts back', () => {
		const words = (name: string) => Array.from({ length: 4000 }, (_, at) => `${name}${at}`);
		const [before, after] = [words('a').join(' '), words('b').join('\n')];
		const parts = textChanges(before, after);
		expect(textOf(parts, 'added')).toBe(before);
		expect(textOf(parts, 'removed')).toBe(after);
	});

	test('are the shortest: no word goes that could stay', () => {
		const word = fc.constantFrom('a', 'b', 'c');
		const lists = fc.array(word, { maxLength: 8 });
		fc.assert(
			fc.property(lists, lists, (old, now) => {
				const kept = textChanges(old.join(' '), now.join(' '))
					.filter(({ kind }) => kind === 'same')
					.reduce((count, { text }) => count + (text.match(/\s+|\S+/g)?.length ?? 0), 0);
				const tokens = (list: string[]) => list.join(' ').match(/\s+|\S+/g) ?? [];
				expect(kept).toBe(longestCommon(tokens(old), tokens(now)));
			}),
		);
	});
});

/** The length of the longest common subsequence by trying everything: slow and plainly right. */
function longestCommon(old: readonly string[], now: readonly string[]): number {
	const memory = new Map<string, number>();
	const from = (at: number, to: number): number => {
		if (at === old.length || to === now.length) return 0;
		const key = `${at},${to}`;
		const known = memory.get(key);
		if (known !== undefined) return known;
		const best =
			old[at] === now[to] ? 1 + from(at + 1, to + 1) : Math.max(from(at + 1, to), from(at, to + 1));
		memory.set(key, best);
		return best;
	};
	return from(0, 0);
}
