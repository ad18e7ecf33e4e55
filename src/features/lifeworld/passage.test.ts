import { describe, expect, it } from 'vitest';
import { joined, sentencesOf, stillStands, stretchProblems } from './passage.ts';

const text = 'Het plein is fijn.  Er zijn bomen, bijv. een eik. Wel donker!\n\nIk kom er elke dag.';
const answer = { part: 'answers.pleasant', question: 'Wat is fijn?', text };
const sentences = sentencesOf(answer);

describe('the sentences of a source', () => {
	it('are cut out where they stand, over lines, without the white space around them', () => {
		expect(sentences.map((one) => one.text)).toEqual([
			'Het plein is fijn.',
			'Er zijn bomen, bijv. een eik.',
			'Wel donker!',
			'Ik kom er elke dag.',
		]);
		for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
	});
});

describe('what was chosen', () => {
	const [first, second, third, last] = sentences;
	if (!first || !second || !third || !last) throw new Error('four sentences');
	const passages = (...chosen: typeof sentences) =>
		joined(chosen, [answer]).map(({ start, end }) => text.slice(start, end));

	it('is one passage where the sentences follow one another, in whatever order they came', () => {
		expect(passages(second, first)).toEqual(['Het plein is fijn.  Er zijn bomen, bijv. een eik.']);
		expect(passages(third, last)).toEqual(['Wel donker!\n\nIk kom er elke dag.']);
	});

	it('is more than one where something stands between them, or where they answer another question', () => {
		expect(passages(first, third)).toEqual(['Het plein is fijn.', 'Wel donker!']);
		const other = { part: 'answers.together', question: 'En samen?', text: 'Goed.' };
		expect(
			joined([{ part: other.part, start: 0, end: 5 }, first], [answer, other]).map(
				({ part }) => part,
			),
		).toEqual(['answers.pleasant', 'answers.together']);
	});

	it('is refused outside the text, and where it is too long', () => {
		const beyond = [{ part: answer.part, start: 0, end: text.length + 1 }];
		expect(stretchProblems(beyond, beyond, [answer])).toMatchObject([{ code: 'unknown' }]);
		const elsewhere = [{ part: 'answers.nowhere', start: 0, end: 3 }];
		expect(stretchProblems([], elsewhere, [answer])).toMatchObject([{ code: 'unknown' }]);
		const long = { part: 'text', question: null, text: 'a'.repeat(2001) };
		const whole = [{ part: 'text', start: 0, end: 2001 }];
		expect(stretchProblems(whole, whole, [long])).toMatchObject([{ code: 'too_long' }]);
		expect(stretchProblems([first], [first], [answer])).toEqual([]);
	});

	it('still stands when the text around it changed, and no longer when its words did', () => {
		const passage = { part: answer.part, text: 'Wel donker!' };
		expect(stillStands(passage, [{ ...answer, text: `Nieuw. ${text}` }])).toBe(true);
		expect(stillStands(passage, [{ ...answer, text: 'Wel licht!' }])).toBe(false);
		expect(stillStands(passage, [])).toBe(false);
	});
});
