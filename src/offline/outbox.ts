import { tellChange } from './changes.ts';
import { database } from './database.ts';
import { answerOf, isFull, within } from './idb.ts';
import type {
	Draft,
	FileLine,
	KeptFile,
	NewFile,
	NewRecord,
	OutboxRecord,
	RecordState,
} from './record.ts';

/** Received records stay in the list this long, in milliseconds: long enough to see that they came. */
const shownAfterReceived = 24 * 60 * 60 * 1000;
/** What was thrown away can come back this long, in milliseconds. */
const backAfterRemoved = 24 * 60 * 60 * 1000;

type Store = (name: string) => IDBObjectStore;

/** Thrown when the disk, or the browser's share of it, is full. Nothing was changed. */
export class NoRoom extends Error {
	constructor() {
		super('no room');
		this.name = 'NoRoom';
	}
}

/** Keeps a form as it is typed. Throws `NoRoom`. */
export async function keepDraft(draft: Draft): Promise<void> {
	await write(['drafts'], (store) => answerOf(store('drafts').put(draft)), 'strict');
}

/** What was typed in a form and neither sent nor thrown away; undefined when there is nothing. */
export async function draftOf(key: string): Promise<Draft | undefined> {
	return within(await database(), ['drafts'], 'readonly', (store) =>
		answerOf<Draft | undefined>(store('drafts').get(key)),
	);
}

/** The drafts of somebody, the newest first. */
export async function draftsOf(personId: string): Promise<Draft[]> {
	const all = await within(await database(), ['drafts'], 'readonly', (store) =>
		answerOf<Draft[]>(store('drafts').getAll()),
	);
	return all.filter((draft) => draft.person.id === personId).sort((a, b) => b.savedAt - a.savedAt);
}

/** Throws a draft away, with its files. */
export async function dropDraft(key: string): Promise<void> {
	await write(['drafts', 'files'], async (store) => {
		const draft = await answerOf<Draft | undefined>(store('drafts').get(key));
		if (!draft) return;
		await answerOf(store('drafts').delete(key));
		for (const id of await keysOf(store('files'), draft.id))
			await answerOf(store('files').delete(id));
	});
	tellChange();
}

/**
 * Keeps a file with a draft or record, as soon as it is there. A record that was received without it, because there was no
 * room for it then, goes back in the queue. Throws `NoRoom`; the file stays where it was.
 */
export async function keepFile(owner: string, file: NewFile): Promise<void> {
	const kept: KeptFile = { ...file, owner, confirmed: false };
	const keep = async (store: Store) => {
		await answerOf(store('files').put(kept));
		const record = await answerOf<OutboxRecord | undefined>(store('records').get(owner));
		if (record?.state !== 'received') return;
		const again: OutboxRecord = { ...record, ...standstill, state: 'waiting', receivedAt: null };
		await answerOf(store('records').put(again));
	};
	await write(['files', 'records'], keep, 'strict');
	tellChange();
}

/** The files of a draft or record, in the order in which they were added. */
export async function filesOf(owner: string): Promise<KeptFile[]> {
	return within(await database(), ['files'], 'readonly', (store) =>
		answerOf<KeptFile[]>(store('files').index('owner').getAll(owner)),
	);
}

/** Throws away a file that was not sent yet. */
export async function dropFile(id: string): Promise<void> {
	await write(['files'], (store) => answerOf(store('files').delete(id)));
	tellChange();
}

/**
 * Puts a record in the queue, instead of the draft it was. From here on it is sent, whatever happens to the page. Throws
 * `NoRoom`; then the draft stands as it was.
 */
export async function queue(record: NewRecord, draftKey: string | null): Promise<OutboxRecord> {
	const add = async (store: Store) => {
		const last = await answerOf(store('records').index('order').openKeyCursor(null, 'prev'));
		const whole: OutboxRecord = {
			...record,
			order: Number(last?.key ?? 0) + 1,
			savedAt: Date.now(),
			state: 'waiting',
			tries: 0,
			notBefore: 0,
			accepted: false,
			needsSignIn: false,
			unsure: false,
			refusal: null,
			receivedAt: null,
			removedAt: null,
		};
		// `add`: an id that is there already is not put over it.
		await answerOf(store('records').add(whole));
		if (draftKey !== null) await answerOf(store('drafts').delete(draftKey));
		return whole;
	};
	const queued = await write(['records', 'drafts'], add, 'strict');
	tellChange();
	return queued;
}

/** Everything in the outbox of this device, in the order of the queue, whoever it is of. */
export async function allRecords(): Promise<OutboxRecord[]> {
	return within(await database(), ['records'], 'readonly', (store) =>
		answerOf<OutboxRecord[]>(store('records').index('order').getAll()),
	);
}

/** How many files lie on this device, by the record or draft they belong to, without their bytes. */
export async function fileLines(owner: string): Promise<FileLine[]> {
	return (await filesOf(owner)).map(({ blob, ...line }) => ({ ...line, size: blob.size }));
}

/** Changes a record; null from `change` leaves it. Gives what it became, undefined when it is not there. */
export async function changeRecord(
	id: string,
	change: (record: OutboxRecord) => OutboxRecord | null,
): Promise<OutboxRecord | undefined> {
	const changed = await write(['records'], async (store) => {
		const record = await answerOf<OutboxRecord | undefined>(store('records').get(id));
		const next = record && change(record);
		if (next) await answerOf(store('records').put(next));
		return next ?? record;
	});
	tellChange();
	return changed;
}

/**
 * What was being sent when a tab was closed may have arrived or not: it waits again, to be sent under the same id. Called by
 * whoever alone sends.
 */
export async function takeBackSending(): Promise<void> {
	await write(['records'], async (store) => {
		const index = store('records').index('state');
		for (const record of await answerOf<OutboxRecord[]>(index.getAll(allOf('sending')))) {
			const unsure = record.unsure || !record.accepted;
			const again: OutboxRecord = { ...record, state: 'waiting', unsure };
			await answerOf(store('records').put(again));
		}
	});
	tellChange();
}

/** The first record that waits, in the order of the queue, for which `test` holds. */
export async function firstWaiting(
	test: (record: OutboxRecord) => boolean,
): Promise<OutboxRecord | undefined> {
	return within(await database(), ['records'], 'readonly', (store) => {
		const walk = store('records').index('state').openCursor(allOf('waiting'));
		return new Promise<OutboxRecord | undefined>((resolve, reject) => {
			walk.onerror = () => reject(walk.error ?? new Error('IndexedDB'));
			walk.onsuccess = () => {
				const record = walk.result?.value as OutboxRecord | undefined;
				if (!record || test(record)) resolve(record);
				else walk.result?.continue();
			};
		});
	});
}

/** Writes down that the server has a file, with the same checksum. */
export async function confirmFile(id: string): Promise<void> {
	await write(['files'], async (store) => {
		const file = await answerOf<KeptFile | undefined>(store('files').get(id));
		if (file) await answerOf(store('files').put({ ...file, confirmed: true }));
	});
	tellChange();
}

/**
 * The server has a record and every file of it that was sent: now they leave the device. With a file that came meanwhile
 * the record waits again. `at` is the server's time, ISO 8601.
 */
export async function settleReceived(id: string, at: string): Promise<void> {
	await write(['records', 'files'], async (store) => {
		const record = await answerOf<OutboxRecord | undefined>(store('records').get(id));
		if (!record) return;
		const files = await answerOf<KeptFile[]>(store('files').index('owner').getAll(id));
		if (files.some(({ confirmed }) => !confirmed)) {
			await answerOf(store('records').put({ ...record, state: 'waiting' } satisfies OutboxRecord));
			return;
		}
		const done: OutboxRecord = {
			...record,
			state: 'received',
			receivedAt: at,
			body: null,
			entries: [],
			refusal: null,
			needsSignIn: false,
		};
		await answerOf(store('records').put(done));
		for (const file of files) await answerOf(store('files').delete(file.id));
	});
	tellChange();
}

const standstill = { tries: 0, notBefore: 0, refusal: null, needsSignIn: false } as const;

/** Sends a record again that was refused, or now what would wait. */
export function tryAgain(id: string): Promise<OutboxRecord | undefined> {
	return changeRecord(id, (record) =>
		record.state === 'refused' || record.state === 'waiting'
			? { ...record, ...standstill, state: 'waiting' }
			: null,
	);
}

/** Throws a record away, so that it can still come back. What is being sent or was received stays. */
export function removeRecord(id: string): Promise<OutboxRecord | undefined> {
	return changeRecord(id, (record) =>
		record.state === 'refused' || record.state === 'waiting'
			? { ...record, state: 'removed', removedAt: Date.now() }
			: null,
	);
}

/** Takes back what was thrown away. */
export function bringBack(id: string): Promise<OutboxRecord | undefined> {
	return changeRecord(id, (record) =>
		record.state === 'removed'
			? { ...record, ...standstill, state: 'waiting', removedAt: null }
			: null,
	);
}

/** Whether a record can become a form again: the server surely does not have it. */
export function canBeChanged({ state, accepted, unsure }: OutboxRecord): boolean {
	return !accepted && !unsure && (state === 'waiting' || state === 'refused');
}

/**
 * Makes a record a draft again, with its files, under the same id; gives the page to go to. Undefined when it cannot be
 * changed any more. Another draft of the same form is never lost: then the record stays as it is.
 */
export async function changeAgain(id: string): Promise<Draft | undefined> {
	const draft = await write(['records', 'drafts'], async (store) => {
		const record = await answerOf<OutboxRecord | undefined>(store('records').get(id));
		if (!record || !canBeChanged(record)) return undefined;
		const again = draftFrom(record);
		if (await answerOf<Draft | undefined>(store('drafts').get(again.key))) return undefined;
		await answerOf(store('drafts').put(again));
		await answerOf(store('records').delete(id));
		return again;
	});
	tellChange();
	return draft;
}

/** The key under which the draft of a form is kept: one for each person and form. */
export function draftKey(personId: string, path: string): string {
	return `${personId} ${path}`;
}

function draftFrom(record: OutboxRecord): Draft {
	const { id, person, path, entries } = record;
	return { id, key: draftKey(person.id, path), person, path, entries, savedAt: Date.now() };
}

/** Forgets what need not be shown any more: received a day ago, thrown away a day ago. */
export async function tidyUp(now = Date.now()): Promise<void> {
	await write(['records', 'files'], async (store) => {
		for (const record of await answerOf<OutboxRecord[]>(store('records').getAll()))
			if (isOver(record, now)) await forget(store, record.id);
	});
}

/** Makes room: what was received or thrown away goes at once. */
export async function makeRoom(): Promise<void> {
	await within(await database(), ['records', 'files'], 'readwrite', async (store) => {
		for (const { id, state } of await answerOf<OutboxRecord[]>(store('records').getAll()))
			if (state === 'received' || state === 'removed') await forget(store, id);
	});
	tellChange();
}

function isOver({ state, receivedAt, removedAt }: OutboxRecord, now: number): boolean {
	if (state === 'received')
		return receivedAt !== null && now - Date.parse(receivedAt) > shownAfterReceived;
	return state === 'removed' && removedAt !== null && now - removedAt > backAfterRemoved;
}

async function forget(store: Store, id: string): Promise<void> {
	await answerOf(store('records').delete(id));
	for (const file of await keysOf(store('files'), id)) await answerOf(store('files').delete(file));
}

/** Every order within one state: a list sorts after every number (Indexed Database API 3.0, comparing keys). */
function allOf(state: string): IDBKeyRange {
	return IDBKeyRange.bound([state], [state, []]);
}

async function keysOf(files: IDBObjectStore, owner: string): Promise<IDBValidKey[]> {
	return answerOf(files.index('owner').getAllKeys(owner));
}

/**
 * `strict`: on disk before it is said to be kept, also when the phone falls out of a hand. What is known of sending need
 * not be: what was lost of it is sent again, and the server knows it already.
 */
async function write<T>(
	stores: string[],
	work: (store: Store) => Promise<T>,
	durability: IDBTransactionDurability = 'relaxed',
): Promise<T> {
	try {
		return await within(await database(), stores, 'readwrite', work, durability);
	} catch (error) {
		throw isFull(error) ? new NoRoom() : error;
	}
}

/** How many records of somebody are in each state. */
export function countStates(records: readonly OutboxRecord[]): Record<RecordState, number> {
	const counts = { waiting: 0, sending: 0, received: 0, refused: 0, removed: 0 };
	for (const { state } of records) counts[state]++;
	return counts;
}
