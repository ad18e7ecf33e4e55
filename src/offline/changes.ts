/** Tells every tab, and the service worker, that something changed in the outbox. */

const channel =
	typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wijkagenda-veld');
const listeners = new Set<() => void>();

channel?.addEventListener('message', () => tellHere());

function tellHere(): void {
	for (const listener of listeners) listener();
}

/** Call after every change. */
export function tellChange(): void {
	channel?.postMessage('changed');
	tellHere();
}

/** Calls `listener` after every change, of this tab or another; gives what ends that. */
export function onChange(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
