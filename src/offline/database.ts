const name = 'wijkagenda-veld';

/** One change of the stored shape, within the transaction that makes the new version. */
export type Step = (database: IDBDatabase, transaction: IDBTransaction) => void;

/**
 * What was changed to what lies on phones, version by version, never edited once released: an app that was opened for
 * the last time a year ago walks all steps, with its records unsent.
 */
const steps: Step[] = [
	(database) => {
		const records = database.createObjectStore('records', { keyPath: 'id' });
		records.createIndex('order', 'order');
		records.createIndex('state', ['state', 'order']);
		database.createObjectStore('drafts', { keyPath: 'key' });
		const files = database.createObjectStore('files', { keyPath: 'id' });
		files.createIndex('owner', 'owner');
	},
	// Refusals are told in the language of whoever wrote; what was received can be looked at.
	(_, transaction) => {
		const walk = transaction.objectStore('records').openCursor();
		walk.onsuccess = () => {
			const { result } = walk;
			if (!result) return;
			result.update({ language: 'nl', shownAt: '', ...result.value });
			result.continue();
		};
	},
];

let opening: Promise<IDBDatabase> | undefined;

/** The database of this device; opened once. Rejects where the browser keeps nothing (a private window of some). */
export function database(): Promise<IDBDatabase> {
	opening ??= openAt(name, steps).catch((error: unknown) => {
		opening = undefined;
		throw error;
	});
	return opening;
}

/**
 * Opens a database and brings it to the newest version: one for each step. Also for tests, which add a step to see that
 * what was kept comes along.
 */
export function openAt(called: string, to: readonly Step[]): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(called, to.length);
		request.onupgradeneeded = ({ oldVersion }) => {
			const { transaction, result } = request;
			if (transaction) for (const step of to.slice(oldVersion)) step(result, transaction);
		};
		request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
		request.onsuccess = () => {
			const opened = request.result;
			// A tab with a newer app waits for this one to let go; the next use opens it again.
			opened.onversionchange = () => {
				opened.close();
				opening = undefined;
			};
			opened.onclose = () => (opening = undefined);
			resolve(opened);
		};
	});
}
