import { expect, it } from 'vitest';
import { marksAfter, type NoteMark } from './note-marks.ts';

const mark = (text: string, start: number): NoteMark => ({
	...{ id: String(start), text, start, end: start + text.length },
	...{ themes: [], side: 'risk', isQuote: false },
});

it('marks move along with their words', () => {
	const [moved] = marksAfter([mark('te donker', 10)], 'Vandaag is het pad te donker.');
	expect(moved).toMatchObject({ start: 19, end: 28, text: 'te donker' });
});

it('words that stand there twice keep the mark that was nearest', () => {
	const marks = [mark('donker', 0), mark('donker', 20)];
	const text = 'donker, en verderop donker';
	expect(marksAfter(marks, text).map(({ start }) => start)).toEqual([0, 20]);
});

it('words that are gone lose their mark', () => {
	expect(marksAfter([mark('te donker', 0)], 'Er zijn nieuwe lampen.')).toEqual([]);
});
