/** IndexedDB by promises: as much of it as the outbox needs. */

/** The answer of a request. Rejects with its error. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
	});
}

/**
 * Does something in one transaction and waits until it is on disk. `work` may wait for requests of this transaction only.
 * Rejects with what went wrong, such as a `QuotaExceededError`; then nothing of it was kept.
 */
export async function within<T>(
	database: IDBDatabase,
	stores: string[],
	mode: IDBTransactionMode,
	work: (store: (name: string) => IDBObjectStore) => Promise<T>,
	durability: IDBTransactionDurability = 'relaxed',
): Promise<T> {
	const transaction = database.transaction(stores, mode, { durability });
	const done = new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
	});
	// Whoever waits for the work hears it first; this one is heard below.
	done.catch(() => {});
	try {
		const result = await work((name) => transaction.objectStore(name));
		await done;
		return result;
	} catch (error) {
		try {
			transaction.abort();
		} catch {
			// It had ended already.
		}
		await done.catch(() => {});
		throw transaction.error ?? error;
	}
}

/** Whether something was not kept because the disk or the browser's share of it is full. */
export function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
