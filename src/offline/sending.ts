import { sendQueue, type QueueParts } from './send-queue.ts';
import { syncTag } from './sync-tag.ts';

/** How often to look whether there is a network again, in milliseconds: not every browser tells every page. */
const lookAgain = 5000;

let parts: QueueParts | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let again = false;

/**
 * Sends from now on what is in the queue, as long as this page is open: at once, when the network comes back, when the page
 * is looked at again, and when a wait is over. Called once for each page.
 */
export function startSending(): void {
	parts = { fetch: (...args) => fetch(...args) };
	addEventListener('online', () => sendSoon());
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') sendSoon();
	});
	sendSoon();
}

/** Sends now, whatever was waiting for its next turn; gives when that round is over. */
export function sendSoon(): Promise<void> {
	void askToSync();
	if (!parts) return Promise.resolve();
	if (running) {
		again = true;
		return running;
	}
	running = round(true).finally(() => (running = undefined));
	return running;
}

async function round(eager: boolean): Promise<void> {
	if (!parts) return;
	clearTimeout(timer);
	// Without a network nothing was sent for certain: nothing has to be asked after.
	if (!navigator.onLine) {
		timer = setTimeout(() => void sendSoon(), lookAgain);
		return;
	}
	const wait = await sendQueue({ ...parts, eager });
	if (again) {
		again = false;
		return round(true);
	}
	if (wait !== null) timer = setTimeout(() => void round(false), Math.max(wait, 50));
}

/** Asks the browser to wake the service worker when there is a network, also when the app is closed (where it can). */
export async function askToSync(): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration();
	const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
	await sync?.register(syncTag).catch(() => {});
}
