import type { JSHandle, Page } from 'playwright-core';
import type { outbox } from '../../src/field.ts';

/** What a phone has to send. */
export interface FieldLoad {
	/** The path of a page of the field, such as `/arnhem/geitenkamp/2024/veld/postbak`; '' for the one that is open. */
	page: string;
	trajectoryId: string;
	records: number;
	/** So many of the records carry a photo each. */
	photos: number;
	/**
	 * Puts all but the first on the phone a few hundred at once, as that first one came to lie there: what a page keeps one
	 * by one, each on disk before the next, takes minutes for ten thousand.
	 */
	atOnce?: boolean;
}

/** What was put in the queue: ids of records with their texts, ids of photos with their checksums. */
export interface Queued {
	records: Record<string, string>;
	photos: Record<string, string>;
}

/** The outbox of a page of the field, to hand to `evaluate`. As a text: test runners rewrite an `import()` in code. */
export function outboxOf(page: Page): Promise<JSHandle<typeof outbox>> {
	return page.evaluateHandle<typeof outbox>(
		`import(document.querySelector('script[src*="field.js"]').src).then((it) => it.outbox)`,
	);
}

/** Fills the queue of a phone by what its pages use, without sending: every text and every photo is another. */
export async function fillQueue(page: Page, load: FieldLoad): Promise<Queued> {
	if (load.page) await page.goto(load.page);
	const used = { ...load, outbox: await outboxOf(page) };
	return page.evaluate(async ({ outbox, trajectoryId, records, photos, atOnce = false }) => {
		const {
			personId = '',
			personName = '',
			trajectoryName = '',
			home = '',
		} = document.querySelector<HTMLElement>('#field')?.dataset ?? {};
		const queued: Queued = { records: {}, photos: {} };
		const canvas = new OffscreenCanvas(64, 48);
		const pen = canvas.getContext('2d');
		const newId = () => {
			const time = Date.now().toString(16).padStart(12, '0');
			return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
		};
		const recordOf = (id: string, at: number) => ({
			id,
			person: { id: personId, name: personName },
			trajectory: { id: trajectoryId, name: trajectoryName, home },
			kind: 'observation',
			title: `Plek ${at}`,
			address: `/api/v1/trajecten/${trajectoryId}/waarnemingen`,
			body: { place: `Plek ${at}`, seen: `Op plek ${at} wordt geschaakt.`, busy: 'normal', who: ['mixed'] }, // prettier-ignore
			shownAt: '',
			language: 'nl' as const,
			path: location.pathname,
			entries: [],
		});
		const photoOf = async (at: number) => {
			for (let x = 0; pen && x < 64; x += 8) {
				pen.fillStyle = `hsl(${(at * 37 + x * 11) % 360} 80% ${20 + ((at + x) % 60)}%)`;
				pen.fillRect(x, 0, 8, 48);
			}
			if (pen) pen.fillStyle = 'black';
			pen?.fillText(String(at), 2, 20);
			const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
			const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
			const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
			const said = { kind: 'photo', name: '', description: `Foto ${at}`, consent: 'nobody' } as const; // prettier-ignore
			return { id: newId(), blob, sha256: hex.join(''), ...said };
		};
		const open = indexedDB.open('wijkagenda-veld');
		await new Promise((resolve) => (open.onsuccess = resolve));
		let waiting: { store: 'records' | 'files'; row: object }[] = [];
		const putAll = async () => {
			const change = open.result.transaction(['records', 'files'], 'readwrite');
			for (const { store, row } of waiting) change.objectStore(store).add(row);
			waiting = [];
			await new Promise((resolve, reject) => {
				change.oncomplete = resolve;
				change.onabort = () => reject(change.error ?? new Error('The queue was not filled.'));
			});
		};
		const every = photos > 0 ? Math.floor(records / photos) : 0;
		let first: Awaited<ReturnType<typeof outbox.queue>> | undefined;
		for (let at = 0; at < records; at += 1) {
			const id = newId();
			if (every > 0 && at % every === 0 && at / every < photos) {
				const photo = await photoOf(at);
				queued.photos[photo.id] = photo.sha256;
				if (first && atOnce)
					waiting.push({ store: 'files', row: { ...photo, owner: id, confirmed: false } });
				else await outbox.keepFile(id, photo);
			}
			const record = recordOf(id, at);
			if (first && atOnce)
				waiting.push({ store: 'records', row: { ...first, ...record, order: first.order + at } });
			else first = await outbox.queue(record, null);
			queued.records[id] = record.body.seen;
			if (waiting.length >= 400) await putAll();
		}
		await putAll();
		open.result.close();
		return queued;
	}, used);
}

/** Sends until nothing waits any more, with short waits between tries; gives how many were received and refused. */
export async function sendAllOf(page: Page): Promise<{ received: number; refused: number }> {
	return page.evaluate(
		async (outbox) => {
			for (;;) {
				const wait = await outbox.sendQueue({
					fetch: (...parts) => fetch(...parts),
					waits: { first: 4, most: 40 },
				});
				if (wait !== null) {
					await new Promise((resolve) => setTimeout(resolve, wait));
					continue;
				}
				// Nothing waits any more, or the page itself is sending.
				const records = await outbox.allRecords();
				const count = (state: string) => records.filter((record) => record.state === state).length;
				if (count('waiting') + count('sending') === 0)
					return { received: count('received'), refused: count('refused') };
				// Reading all of it takes the phone from its sending: not often.
				await new Promise((resolve) => setTimeout(resolve, records.length > 500 ? 2000 : 50));
			}
		},
		await outboxOf(page),
	);
}
