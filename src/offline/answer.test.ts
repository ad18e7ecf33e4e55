import { describe, expect, it } from 'vitest';
import { meaningOf } from './answer.ts';

const ours = { 'api-version': '1.0.0', date: 'Sat, 21 Nov 2026 13:03:00 GMT' };

describe('what an answer means for the queue', () => {
	it('is done when our API says so, at the server’s time', async () => {
		const answer = new Response('{"id":"x"}', { status: 201, headers: ours });
		expect(await meaningOf(answer)).toEqual({
			kind: 'done',
			body: { id: 'x' },
			serverTime: '2026-11-21T13:03:00.000Z',
		});
	});

	it('is not done by the page of a hotel’s network, whatever its status', async () => {
		for (const status of [200, 401, 403, 404]) {
			const answer = new Response('<h1>Welcome, please pay</h1>', { status });
			expect(await meaningOf(answer)).toEqual({ kind: 'later', after: null });
		}
	});

	it('is not done by half an answer', async () => {
		const answer = new Response('{"id":"x', { status: 201, headers: ours });
		expect((await meaningOf(answer)).kind).toBe('later');
	});

	it('is a refusal with its sentences when the input is wrong', async () => {
		const body = {
			code: 'input.invalid',
			detail: 'Er klopt iets niet.',
			errors: [{ location: { path: 'seen' }, detail: 'Hier staat een telefoonnummer.' }],
		};
		const answer = new Response(JSON.stringify(body), { status: 400, headers: ours });
		expect(await meaningOf(answer)).toEqual({
			kind: 'refused',
			refusal: {
				status: 400,
				code: 'input.invalid',
				message: 'Er klopt iets niet.',
				fields: [{ path: 'seen', message: 'Hier staat een telefoonnummer.' }],
				fileId: null,
			},
		});
	});

	it('stops everything when the session ended', async () => {
		const answer = new Response('{"code":"sign_in_first"}', { status: 401, headers: ours });
		expect(await meaningOf(answer)).toEqual({ kind: 'sign_in' });
	});

	it('waits as long as a busy server asks, at most an hour', async () => {
		const waits = async (after: string) =>
			meaningOf(new Response('{}', { status: 503, headers: { ...ours, 'retry-after': after } }));
		expect(await waits('7')).toEqual({ kind: 'later', after: 7000 });
		expect(await waits('999999')).toEqual({ kind: 'later', after: 3_600_000 });
		expect(await waits('Sat, 21 Nov 2026 13:03:00 GMT')).toEqual({ kind: 'later', after: null });
	});
});
