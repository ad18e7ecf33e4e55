import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import FormFixture from './FormFixture.svelte';

const failure = {
	command: 'example.send',
	values: { name: '', 'means.0.amount': 'abc', 'parts[]': ['', 'b'] },
	errors: [
		{ path: 'name', message: 'Vul een naam in.' },
		{ path: 'means.0.amount', message: 'Vul een getal in.' },
		{ path: 'parts.1', message: 'Kies een ander onderdeel.' },
	],
};

/** The attributes of the tag that carries `part`, as a record. */
function tagWith(html: string, part: string): Record<string, string> {
	const tag = [...html.matchAll(/<[a-z][^>]*>/g)]
		.map(([text]) => text)
		.find((text) => text.includes(part));
	expect(tag, `a tag with ${part}`).toBeDefined();
	const pairs = [...(tag ?? '').matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].slice(1);
	return Object.fromEntries(pairs.map(([, name, value]) => [name, value ?? '']));
}

const html = (form: typeof failure | null, key?: string) =>
	render(FormFixture, { props: { form, key } }).body;

describe('a form without JavaScript', () => {
	test('shows the stored values and no errors before anything is sent', () => {
		const body = html(null);
		expect(tagWith(body, 'name="means.0.amount"').value).toBe('12,5');
		expect(tagWith(body, 'name="date"').value).toBe('21-11-2026');
		expect(tagWith(body, 'value="a"')).toHaveProperty('checked');
		expect(body).not.toContain('role="alert"');
		expect(body).not.toContain('aria-invalid');
	});

	test('keeps what was typed, also when it is empty or wrong', () => {
		const body = html(failure);
		expect(tagWith(body, 'name="name"').value).toBe('');
		expect(tagWith(body, 'name="means.0.amount"').value).toBe('abc');
		expect(tagWith(body, 'value="a"')).not.toHaveProperty('checked');
		expect(tagWith(body, 'value="b"')).toHaveProperty('checked');
	});

	test('unticks a checkbox that a person unticked, though it is stored as ticked', () => {
		expect(tagWith(html(null), 'name="agree"')).toHaveProperty('checked');
		expect(tagWith(html(failure), 'name="agree"')).not.toHaveProperty('checked');
	});

	test('names every error beside its field, and ties it to the control', () => {
		const body = html(failure);
		for (const name of ['name', 'means.0.amount']) {
			const control = tagWith(body, `name="${name}"`);
			expect(control['aria-invalid']).toBe('true');
			const described = (control['aria-describedby'] ?? '').split(' ');
			expect(described).toContain(`${control.id}-error`);
			for (const id of described) expect(body).toContain(`id="${id}"`);
		}
	});

	test('shows an error about a part of a group at the group', () => {
		const group = tagWith(html(failure), 'id="example-send-parts"');
		expect(group['aria-describedby']).toBe('example-send-parts-error');
	});

	test('links each line of the summary to a control that exists', () => {
		const body = html(failure);
		expect(body).toContain('Er zijn 3 dingen die niet kloppen');
		expect(body).toContain('href="#example-send-means-0-amount"');
		expect(tagWith(body, 'name="means.0.amount"').id).toBe('example-send-means-0-amount');
	});

	test('leaves the failure of another command, or of a sister form, alone', () => {
		expect(html({ ...failure, command: 'other.send' })).not.toContain('role="alert"');
		expect(html(failure, 'second')).not.toContain('role="alert"');
		const second = { ...failure, values: { ...failure.values, formKey: 'second' } };
		expect(html(second, 'second')).toContain('role="alert"');
	});

	test('sends the request id along, and no two ids on the page are the same', () => {
		const body = html(failure);
		expect(tagWith(body, 'name="requestId"').value).toBe('request-1');
		const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
