import { deserialize } from '$app/forms';
import type { FormFailure } from '#kernel/pages.server.ts';
import type { Sending } from './sending.ts';

/** How sending went: done, refused with a sentence, or not arrived for all one knows. */
export type Outcome =
	{ state: 'done' } | { state: 'refused'; code: string; message: string } | { state: 'unsent' };

/**
 * Sends what a form of this page would send, without a form. The same `requestId` may be sent again when it is not
 * known whether it arrived.
 */
export async function postAction({ action, fields }: Sending, requestId: string): Promise<Outcome> {
	const body = new FormData();
	for (const [name, value] of fields) if (name !== 'requestId') body.append(name, value);
	body.append('requestId', requestId);
	try {
		const answer = await fetch(action, {
			method: 'POST',
			body,
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		});
		const result = deserialize<undefined, FormFailure & Record<string, unknown>>(
			await answer.text(),
		);
		if (result.type === 'failure')
			return {
				state: 'refused',
				code: result.data?.code ?? '',
				message: [result.data?.message, ...(result.data?.errors ?? []).map((one) => one.message)]
					.filter(Boolean)
					.join(' '),
			};
		if (result.type === 'error')
			return { state: 'refused', code: 'unexpected', message: result.error.message };
		return { state: 'done' };
	} catch {
		return { state: 'unsent' };
	}
}
