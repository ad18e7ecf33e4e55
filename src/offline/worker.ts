/// <reference lib="webworker" />
import { forgetPages, forgetOthers, keepPages, keptAnswer, takeOverPages } from './kept-pages.ts';
import type { WorkerMessage } from './register-app.ts';
import { sendQueue } from './send-queue.ts';
import { syncTag } from './sync-tag.ts';

/**
 * Opens the field pages without a network, and sends what waits when the app is closed. It keeps those pages and what they
 * need, for one person, and nothing else of the program: other pages may show what others may not read.
 */
export function startWorker(version: string): void {
	const worker = globalThis as unknown as ServiceWorkerGlobalScope;

	worker.addEventListener('install', (event) => {
		// What the former version kept, this one gets anew before it takes over: never a page of one with a script of the other.
		event.waitUntil(takeOverPages(version));
	});

	worker.addEventListener('activate', (event) => {
		event.waitUntil(Promise.all([forgetOthers(version), worker.clients.claim()]));
	});

	worker.addEventListener('message', (event) => {
		const message = event.data as WorkerMessage;
		if (message.kind === 'take_over') event.waitUntil(worker.skipWaiting());
		if (message.kind === 'keep')
			event.waitUntil(keepPages(version, message.personId, message.paths));
	});

	worker.addEventListener('fetch', (event) => {
		const { request } = event;
		const url = new URL(request.url);
		if (url.origin !== worker.location.origin) return;
		// Whoever signs in or out takes their pages along; what they wrote stays, under their name.
		if (request.method === 'POST' && /^\/(inloggen|uitloggen)(\/|$)/.test(url.pathname))
			event.waitUntil(forgetPages(version));
		if (request.method !== 'GET') return;
		const isPage = request.mode === 'navigate';
		if (!isPage && !isAsset(url.pathname)) return;
		event.respondWith(keptAnswer(version, request, isPage));
	});

	worker.addEventListener('sync', (event) => {
		const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
		if (tag !== syncTag) return;
		const sent = sendQueue({ fetch: (...args) => fetch(...args), eager: true });
		waitUntil.call(event, sent);
	});
}

/** Files of the build and the few beside it: the same for everyone. */
function isAsset(pathname: string): boolean {
	return /^\/(_app\/|veld-|favicon|manifest)/.test(pathname);
}
