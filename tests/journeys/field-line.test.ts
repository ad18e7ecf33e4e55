import { expect, inject, it, onTestFinished } from 'vitest';
import { randomFrom, startBadLine, type BadLine } from '../../scripts/support/bad-line.ts';
import { fillQueue, sendAllOf, outboxOf } from '../../scripts/support/field-load.ts';
import { offlineTexts } from '#locales/offline.ts';
import { Person, signIn } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { freshProfile } from './support/browser.ts';
import { keptHere } from './support/kept-here.ts';
import { phone, type Way } from './support/way.ts';

const way: Way = { language: 'nl', scripts: true, width: phone };
const t = offlineTexts.nl;

/** Somebody who reaches the program by another line than the one that everybody has. */
async function overLine(line: BadLine): Promise<Person> {
	const context = await freshProfile(way, line.url);
	onTestFinished(() => context.close());
	const someone = new Person(await context.newPage(), way);
	await signIn(someone, 'professional');
	return someone;
}

async function lineWith(options: Partial<Parameters<typeof startBadLine>[1]>): Promise<BadLine> {
	const line = await startBadLine(inject('address'), {
		share: 0,
		random: randomFrom(5),
		...options,
	});
	onTestFinished(() => line.close());
	return line;
}

/** How much the ordinary tests send; `npm run bench -- outbox` sends ten thousand records and a thousand photos. */
const records = 120;
const photos = 12;

it('over a line that drops, repeats, delays and cuts a third of everything, nothing is lost and nothing comes twice', async () => {
	const prepared = await prepareTrajectory();
	const line = await lineWith({ share: 0.3 });
	const someone = await overLine(line);
	const page = `${prepared.home}/veld/postbak`;
	const load = { page, trajectoryId: prepared.trajectoryId, records, photos };
	const queued = await fillQueue(someone.page, load);
	expect(await sendAllOf(someone.page)).toEqual({ received: records, refused: 0 });

	expect(await textsOf(prepared)).toEqual(queued.records);
	expect(await checksumsOf(prepared, Object.keys(queued.records))).toEqual(queued.photos);
	// The line was as bad as it should be, in every way.
	const { requests, ...faults } = line.counts;
	expect(Math.min(...Object.values(faults))).toBeGreaterThan(0);
	expect(requests).toBeGreaterThan(records + 4 * photos);
});

it('a new version of the app comes while records are unsent: they stay, and go afterwards', async () => {
	const prepared = await prepareTrajectory();
	let rewrite = (text: string) => text;
	const line = await lineWith({ rewrite: (text) => rewrite(text) });
	const someone = await overLine(line);
	const page = `${prepared.home}/veld/postbak`;
	await someone.goes(page);
	await keptHere(someone.page, page);
	const context = someone.page.context();
	await context.setOffline(true);
	const load = { page, trajectoryId: prepared.trajectoryId, records: 4, photos: 2 };
	const queued = await fillQueue(someone.page, load);
	const version = await someone.page.evaluate(
		() =>
			/v=(\w+)/.exec(
				document.querySelector<HTMLScriptElement>('script[src*="field.js"]')?.src ?? '',
			)?.[1] ?? '',
	);
	const newer = `${version}7`;
	rewrite = (text) => text.replaceAll(version, newer);
	// The network comes back for the app, while what was queued still waits for its turn.
	await someone.page.evaluate(async () => {
		const open = indexedDB.open('wijkagenda-veld');
		await new Promise((resolve) => (open.onsuccess = resolve));
		const store = open.result.transaction('records', 'readwrite').objectStore('records');
		const all = store.getAll();
		await new Promise((resolve) => (all.onsuccess = resolve));
		for (const record of all.result)
			store.put({ ...record, state: 'removed', removedAt: Date.now() });
		await new Promise((resolve) => (store.transaction.oncomplete = resolve));
		open.result.close();
	});
	await context.setOffline(false);
	await someone.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await someone.presses(t.refresh);
	await someone.page.waitForFunction(
		(wanted) =>
			document.querySelector<HTMLScriptElement>('script[src*="field.js"]')?.src.endsWith(wanted),
		newer,
	);
	const undo = someone.page.getByRole('button', { name: t.undo });
	for (let left = 4; left > 0; left -= 1) {
		await undo.first().click();
		await expect.poll(() => undo.count()).toBe(left - 1);
	}
	await expect
		.poll(() => someone.page.getByText(/^Ontvangen om/).count(), { timeout: 30_000 })
		.toBe(4);
	expect(await textsOf(prepared)).toEqual(queued.records);
	expect(await checksumsOf(prepared, Object.keys(queued.records))).toEqual(queued.photos);
});

it('what lies on a phone comes along when its shape changes', async () => {
	const line = await lineWith({});
	const someone = await overLine(line);
	await someone.goes('/veld');
	const kept = await someone.page.evaluate(
		async (outbox) => {
			type Step = Parameters<typeof outbox.openAt>[1][number];
			const first: Step = (database) =>
				void database.createObjectStore('things', { keyPath: 'id' });
			const second: Step = (_, transaction) => {
				const walk = transaction.objectStore('things').openCursor();
				walk.onsuccess = () => {
					const { result } = walk;
					if (!result) return;
					result.update({ ...result.value, isNew: true });
					result.continue();
				};
			};
			const old = await outbox.openAt('proef', [first]);
			old
				.transaction('things', 'readwrite')
				.objectStore('things')
				.put({ id: 1, text: 'Wie komt hier?' });
			// The tab with the old app stays open: it lets go by itself.
			const now = await outbox.openAt('proef', [first, second]);
			const all = now.transaction('things').objectStore('things').getAll();
			await new Promise((resolve) => (all.onsuccess = resolve));
			return all.result as unknown[];
		},
		await outboxOf(someone.page),
	);
	expect(kept).toEqual([{ id: 1, text: 'Wie komt hier?', isNew: true }]);
});

/** What every source of the trajectory says, by its id: so many as there are, each once. */
async function textsOf({ api, trajectoryId }: Prepared): Promise<Record<string, string>> {
	const ids: string[] = [];
	for (let page = 1; ; page += 1) {
		const { total, items } = await api.send<{ total: number; items: { id: string }[] }>(
			'GET',
			`/trajecten/${trajectoryId}/bronnen?page=${page}`,
		);
		ids.push(...items.map(({ id }) => id));
		if (ids.length < total && items.length > 0) continue;
		expect(new Set(ids).size).toBe(total);
		break;
	}
	const texts: Record<string, string> = {};
	for (const id of ids) {
		const source = await api.send<{ details: { seen: string } }>('GET', `/bronnen/${id}`);
		texts[id] = source.details.seen;
	}
	return texts;
}

async function checksumsOf({ api }: Prepared, ids: string[]): Promise<Record<string, string>> {
	const sums: Record<string, string> = {};
	for (const id of ids) {
		const { items } = await api.send<{
			items: { id: string; state: string; sha256: string }[];
		}>('GET', `/bronnen/${id}/bijlagen`);
		for (const item of items) if (item.state === 'stored') sums[item.id] = item.sha256;
	}
	return sums;
}
