import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Failure } from './failure.ts';
import { day, optionalText, optionalWebAddress, roughDay } from './fields.ts';
import { validate } from './validate.ts';

function problemsOf(work: () => unknown): unknown {
	try {
		return work();
	} catch (failure) {
		return failure instanceof Failure ? failure.problems : failure;
	}
}

it.each([
	['a zero character', 'a\0b'],
	['half a character', 'a\ud83d'],
])('refuses a text with %s, which no database keeps', (_, bad) => {
	const schema = v.object({
		text: optionalText(),
		answers: v.record(v.string(), v.array(v.string())),
	});
	const input = { text: bad, answers: { one: ['fine', bad], [`b${bad}`]: [] } };
	expect(problemsOf(() => validate(schema, input))).toEqual([
		{ path: 'text', code: 'invalid' },
		{ path: 'answers.one.1', code: 'invalid' },
		{ path: `answers.b${bad}`, code: 'invalid' },
	]);
});

it('says once what two checks of a field find', () => {
	const schema = v.object({ url: optionalWebAddress() });
	expect(problemsOf(() => validate(schema, { url: 'www.besluiten.nl' }))).toEqual([
		{ path: 'url', code: 'not_a_web_address' },
	]);
});

it('takes every other text, also an emoji', () => {
	expect(validate(v.object({ text: optionalText() }), { text: '👩‍👧 é' })).toEqual({ text: '👩‍👧 é' });
});

it.each(['0000', '0000-01-01', '1-1-0999', '31-12-9999'])(
	'takes no year that nobody means: %s',
	(typed) => {
		const refused = [{ path: 'on', code: 'not_a_date' }];
		expect(problemsOf(() => validate(v.object({ on: roughDay() }), { on: typed }))).toEqual(
			refused,
		);
		expect(problemsOf(() => validate(v.object({ on: day() }), { on: typed }))).toEqual(refused);
	},
);
