import { describe, expect, it } from 'vitest';
import { draftFrom, guideToUse, questionProblems, questionsFrom } from './own-guide.ts';

const typed = (textNl: string, more: { id?: string; textEn?: string; place?: number } = {}) => ({
	textNl,
	textEn: '',
	place: null,
	...more,
});
const three = [
	typed('Een?', { id: 'one' }),
	typed('Twee?', { id: 'two' }),
	typed('Drie?', { id: 'three' }),
];
const order = (...places: number[]) =>
	questionsFrom(
		three.map((one, at) => ({ ...one, place: places[at] ?? null })),
		new Set(),
	).map(({ id }) => id);

describe('the questions of a guide that is adapted', () => {
	it('keep their id in other words, and lose it with their words', () => {
		const questions = questionsFrom(
			[typed('Hoe is het hier?', { id: 'pleasant' }), typed('', { id: 'together' })],
			new Set(['pleasant', 'together']),
		);
		expect(questions).toEqual([{ id: 'pleasant', question: { nl: 'Hoe is het hier?', en: '' } }]);
	});

	it('get an id of their own when they are new, never one that answers were given to', () => {
		const questions = questionsFrom(
			[typed('Wat mist u?'), typed('Wat mist u?')],
			new Set(['wat-mist-u']),
		);
		expect(questions.map(({ id }) => id)).toEqual(['wat-mist-u-2', 'wat-mist-u-3']);
	});

	it('stand where they are wished to stand', () => {
		expect(order(1, 2, 3)).toEqual(['one', 'two', 'three']);
		expect(order(1, 2, 1)).toEqual(['three', 'one', 'two']);
		expect(order(3, 2, 3)).toEqual(['two', 'three', 'one']);
		expect(order(2, 2, 3)).toEqual(['two', 'one', 'three']);
	});

	it('are refused without any words, in English only, or under an id that is not theirs', () => {
		const known = new Set(['one']);
		expect(questionProblems([typed('', { id: 'one' })], known)).toEqual([
			{ path: 'questions', code: 'required' },
		]);
		expect(
			questionProblems(
				[typed('Een?', { id: 'one' }), typed('', { textEn: 'Two?' }), typed('Drie?', { id: 'no' })],
				known,
			),
		).toEqual([
			{ path: 'questions.1.textNl', code: 'required' },
			{ path: 'questions.2.textNl', code: 'unknown' },
		]);
	});
});

describe('a guide that goes into use', () => {
	it('says in Dutch what has no English yet', () => {
		const draft = draftFrom(
			{
				id: 'resident',
				speaker: 'resident',
				name: { nl: 'Oud', en: 'Old' },
				questions: [{ id: 'q', question: { nl: 'Hoe?', en: 'How?' } }],
				version: 1,
			},
			'Ons gesprek',
		);
		expect(guideToUse(draft, 'ons-gesprek')).toEqual({
			id: 'ons-gesprek',
			speaker: 'resident',
			name: { nl: 'Ons gesprek', en: 'Ons gesprek' },
			questions: [{ id: 'q', question: { nl: 'Hoe?', en: 'How?' } }],
		});
	});
});
