import { describe, expect, it } from 'vitest';
import { readForm } from './form-data.ts';

function formOf(...fields: [string, string][]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

describe('reading a form', () => {
	it('nests by dots, and makes a list of what ends in brackets', () => {
		const form = formOf(
			['means.0.amount', '12'],
			['themes[]', 'a'],
			['themes[]', 'b'],
			['empty', ' '],
		);
		expect(readForm(form)).toEqual({ means: [{ amount: '12' }], themes: ['a', 'b'] });
	});

	it('keeps every value of a list inside an object', () => {
		const form = formOf(
			['details.sectors[]', ''],
			['details.sectors[]', 'care'],
			['details.sectors[]', 'housing'],
		);
		expect(readForm(form)).toEqual({ details: { sectors: ['care', 'housing'] } });
	});

	it('leaves out names that would reach into the program', () => {
		expect(readForm(formOf(['__proto__.x', '1'], ['a.constructor[]', '1']))).toEqual({});
	});

	it.each([
		['an index far away', 'means.4294967294'],
		['a length', 'means.length'],
		['a length that is none', 'means.length', 'x'],
		['a way out of the list', 'means.push'],
	])('makes no endless list of %s', (_, name, value = '4294967295') => {
		const { means } = readForm(formOf(['means.0', 'a'], [name, value]));
		expect(means).toEqual(['a']);
		expect(readForm(formOf([name, value])).means).not.toBeInstanceOf(Array);
	});

	it('leaves out what lies deeper than any field of ours', () => {
		expect(readForm(formOf([`a${'.a'.repeat(100_000)}`, '1']))).toEqual({});
	});
});
