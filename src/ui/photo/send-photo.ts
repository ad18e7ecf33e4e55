import type { ChosenPhoto, Consent } from './chosen-photo.ts';
import { pieceSize } from './limits.ts';

/** What became of sending: stored for certain, or what the server answered instead. */
export type SendOutcome =
	| { state: 'stored' }
	/** `status` and body of the answer that stopped it: 401 sign in again, 4xx refused, 5xx try again. */
	| { state: 'stopped'; status: number; problem: unknown };

type Fetch = typeof fetch;

export interface SendOptions {
	evidenceId: string;
	fetch?: Fetch;
	signal?: AbortSignal;
	/** Told after each piece how much is there, from 0 to 1. */
	onProgress?: (share: number) => void;
}

/**
 * Sends one photo or file: announces it, sends what the server does not have yet, and finishes. May be called again at any
 * time, also after another device or tab did a part of it. Gives `stored` only when the server confirmed the checksum.
 * Rejects as `fetch` does when there is no connection. How: docs/decisions/photos-and-files.md.
 */
export async function sendPhoto(
	photo: ChosenPhoto & { consent: Consent },
	options: SendOptions,
): Promise<SendOutcome> {
	const ask = options.fetch ?? fetch;
	const { signal } = options;
	const { kind, blob, sha256, consent, description } = photo;
	const announced = await ask(`/api/v1/bronnen/${options.evidenceId}/bijlagen`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'idempotency-key': photo.id },
		body: JSON.stringify({ kind, size: blob.size, sha256, consent, description }),
		signal,
	});
	if (!announced.ok) return stoppedBy(announced);
	const pieces = `/api/v1/bijlagen/${photo.id}/delen`;
	for (let round = 0; round < 3; round += 1) {
		const stopped = await sendPieces(pieces, blob, ask, options);
		if (stopped) return stopped;
		const finished = await ask(`/api/v1/bijlagen/${photo.id}/afronding`, {
			method: 'POST',
			signal,
		});
		if (finished.ok) {
			const stored = (await finished.json()) as { sha256: string };
			if (stored.sha256 === sha256) return { state: 'stored' };
			return { state: 'stopped', status: 502, problem: stored };
		}
		const problem = await bodyOf(finished);
		const code = (problem as { code?: string } | null)?.code;
		const mayGoOn = code === 'attachment.incomplete' || code === 'attachment.checksum';
		if (!mayGoOn || round === 2) return { state: 'stopped', status: finished.status, problem };
		// What is there is not what was sent: throw it away and send it again.
		if (code === 'attachment.checksum') await ask(pieces, { method: 'DELETE', signal });
	}
	throw new Error('Not reached.');
}

async function sendPieces(
	address: string,
	blob: Blob,
	ask: Fetch,
	{ signal, onProgress }: SendOptions,
): Promise<SendOutcome | null> {
	const head = await ask(address, { method: 'HEAD', signal });
	if (!head.ok) return stoppedBy(head);
	let offset = offsetOf(head);
	while (offset < blob.size) {
		const answer = await ask(address, {
			method: 'PATCH',
			headers: {
				'content-type': 'application/partial-upload',
				'upload-offset': String(offset),
			},
			body: blob.slice(offset, offset + pieceSize),
			signal,
		});
		if (!answer.ok && answer.status !== 409) return stoppedBy(answer);
		const next = offsetOf(answer);
		// A server that says twice to begin at the same place would be asked for ever.
		if (next === offset) return { state: 'stopped', status: 502, problem: null };
		offset = next;
		onProgress?.(offset / blob.size);
	}
	return null;
}

function offsetOf(answer: Response): number {
	const offset = Number(answer.headers.get('upload-offset') ?? Number.NaN);
	return Number.isSafeInteger(offset) ? offset : 0;
}

async function stoppedBy(answer: Response): Promise<SendOutcome> {
	return { state: 'stopped', status: answer.status, problem: await bodyOf(answer) };
}

async function bodyOf(answer: Response): Promise<unknown> {
	return answer.json().catch(() => null);
}
