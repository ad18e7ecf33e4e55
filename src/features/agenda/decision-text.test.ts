import { expect, test } from 'vitest';
import { textBefore } from './decision-text.ts';

const item = { text: 'Drie bankjes', textVersion: 2 };
const decision = (outcome: string, amendedText = '', itemVersion: number | null = 2) => ({
	outcome,
	amendedText,
	itemVersion,
});

test('without an amendment a body decides on the text of the agenda', () => {
	expect(textBefore(item, [])).toBe('Drie bankjes');
	expect(textBefore(item, [decision('adopted')])).toBe('Drie bankjes');
});

test('after an amendment the next body decides on the amended text', () => {
	expect(textBefore(item, [decision('amended', 'Vijf bankjes')])).toBe('Vijf bankjes');
	const both = [decision('amended', 'Vijf bankjes'), decision('amended', 'Vijf banken')];
	expect(textBefore(item, both)).toBe('Vijf banken');
});

test('an item that was rewritten since is decided on anew', () => {
	expect(textBefore(item, [decision('amended', 'Vijf bankjes', 1)])).toBe('Drie bankjes');
	expect(textBefore(item, [decision('amended', 'Vijf bankjes', null)])).toBe('Drie bankjes');
});
