import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { offlineTexts } from '#locales/offline.ts';
import { fillQueue, outboxOf, type Queued } from '../../scripts/support/field-load.ts';
import { person, signIn, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { keptHere } from './support/kept-here.ts';
import { allWays, desk, phone, type Way } from './support/way.ts';

const way: Way = { language: 'nl', scripts: true, width: phone };
const t = offlineTexts.nl;
/** What a browser writes down when there is no network, which is what these journeys are about. */
const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 401/;

interface OnStreet extends Prepared {
	someone: Person;
	context: BrowserContext;
	postbox: string;
}

/** A professional with the field pages open and kept, and then without a network. */
async function onTheStreet(bytes?: number): Promise<OnStreet> {
	const prepared = await prepareTrajectory();
	const someone = await person('professional', way);
	if (bytes) await leaveRoom(someone.page, bytes);
	someone.expected = noNetwork;
	const postbox = `${prepared.home}/veld/postbak`;
	await someone.goes(postbox);
	await someone.reads(t.nothingWaits);
	await keptHere(someone.page, postbox);
	return { ...prepared, someone, context: someone.page.context(), postbox };
}

/** Makes the phone small. Before the first page of the field: a browser looks how much room there is, and remembers it. */
async function leaveRoom(page: Page, bytes: number): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const { origin } = new URL(inject('address'));
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

const fill = ({ someone, trajectoryId, postbox }: OnStreet, records: number, photos: number) =>
	fillQueue(someone.page, { page: postbox, trajectoryId, records, photos });

it('an afternoon of fieldwork without a network: thirty records, twenty photos, the app closed and opened', async () => {
	const street = await onTheStreet();
	const { someone, context, postbox } = street;
	await context.setOffline(true);
	const queued = await fill(street, 30, 20);
	await someone.page.close();

	const reopened = await context.newPage();
	const begun = Date.now();
	await reopened.goto(postbox);
	await reopened.getByText(t.waitingCount(30)).waitFor();
	const opened = Date.now() - begun;
	console.info(`Opened without a network in ${opened} ms`); // eslint-disable-line no-console -- the figure that counts
	expect(opened).toBeLessThan(5000);
	// The line on top says it before the list is there.
	const waiting = reopened.getByText(t.states.waiting, { exact: true });
	await expect.poll(() => waiting.count()).toBe(30);
	await context.setOffline(false);
	await reopened.getByText(t.allReceived).waitFor({ timeout: 90_000 });
	expect(await reopened.getByText(/^Ontvangen om \d\d:\d\d$/).count()).toBe(30);
	await everythingArrived(street, queued);
});

it('a session that ended meanwhile keeps everything, and goes on after signing in', async () => {
	const street = await onTheStreet();
	const { someone, context } = street;
	await context.setOffline(true);
	const queued = await fill(street, 3, 1);
	await context.clearCookies({ name: 'wijkagenda' });
	await context.setOffline(false);
	await someone.reads(t.signInFirst('Professional (opbouwwerker)'));
	expect(await sources(street)).toBe(0);

	await signIn(someone, 'analyst');
	await someone.goes(street.postbox);
	await someone.reads(t.ofOthers(3));
	expect(await someone.page.getByText('Plek 1', { exact: false }).count()).toBe(0);
	expect(await sources(street)).toBe(0);

	await signIn(someone, 'professional');
	await someone.goes(street.postbox);
	await someone.reads(t.allReceived);
	await everythingArrived(street, queued);
});

it('one that is refused says why and blocks nothing; it comes back as a form or goes, with a way back', async () => {
	const street = await onTheStreet();
	const { someone, context } = street;
	await context.setOffline(true);
	await fill(street, 3, 0);
	await someone.page.evaluate(async () => {
		const open = indexedDB.open('wijkagenda-veld');
		await new Promise((resolve) => (open.onsuccess = resolve));
		const store = open.result.transaction('records', 'readwrite').objectStore('records');
		const all = store.getAll();
		await new Promise((resolve) => (all.onsuccess = resolve));
		const record = all.result.find(({ title }) => title === 'Plek 0');
		store.put({ ...record, body: { ...record.body, seen: 'Bel 06 12345678' } });
		await new Promise((resolve) => (store.transaction.oncomplete = resolve));
	});
	await context.setOffline(false);
	await someone.reads(t.refusedCount(1));
	await someone.reads(/Geweigerd omdat: .*telefoonnummer/);
	expect(await sources(street)).toBe(2);
	await someone.page.getByRole('button', { name: new RegExp(`${t.remove} ?: Plek 0`) }).click();
	await someone.page.getByRole('button', { name: new RegExp(`${t.undo} ?: Plek 0`) }).click();
	await someone.reads(t.refusedCount(1));
});

it('a phone that is nearly full says what to do, and loses nothing', async () => {
	const street = await onTheStreet(8_000_000);
	const { someone, context } = street;
	await context.setOffline(true);
	const queued = await fill(street, 2, 1);
	const outcome = await someone.page.evaluate(
		async (outbox) => {
			const bytes = new Uint8Array(1_000_000);
			for (let at = 0; at < bytes.length; at += 50_000)
				crypto.getRandomValues(bytes.subarray(at, at + 50_000));
			for (let kept = 0; ; kept += 1) {
				const said = await outbox
					.keepFile('een formulier', {
						id: crypto.randomUUID(),
						blob: new Blob([bytes]),
						sha256: '',
						kind: 'photo',
						name: '',
						description: '',
						consent: 'nobody',
					})
					.catch((error: Error) => error.name);
				if (said !== undefined || kept === 40) return { said, kept };
			}
		},
		await outboxOf(someone.page),
	);
	expect(outcome.said).toBe('NoRoom');
	await context.setOffline(false);
	// These records were put in the queue without a form, which would have seen to it that they go.
	await someone.presses(t.sendNow);
	await someone.reads(t.allReceived);
	await everythingArrived(street, queued);
});

it('pages that are not of the field say that there is no network, and signing out takes the pages along but not the records', async () => {
	const street = await onTheStreet();
	const { someone, context, postbox } = street;
	await context.setOffline(true);
	await fill(street, 1, 0);
	await someone.goes('/arnhem');
	await someone.sees(t.noNetworkTitle);
	await context.clearCookies({ name: 'wijkagenda' });
	await context.setOffline(false);
	await signIn(someone, 'analyst');
	await someone.goes(postbox);
	await someone.reads(t.ofOthers(1));
	expect(await sources(street)).toBe(0);
});

const everyWay = [phone, desk].flatMap((width) =>
	allWays(width).map(([name, each]): [string, Way] => [`${name} at ${width} px`, each]),
);

it.each(everyWay)('what waits on a phone is a whole page for everyone, %s', async (_name, each) => {
	const { home, trajectoryId } = await prepareTrajectory();
	const someone = await person('professional', each);
	someone.expected = noNetwork;
	const page = `${home}/veld/postbak`;
	await someone.goes(page);
	await someone.sees(someone.words(offlineTexts).title);
	if (!each.scripts) {
		// By the text on the page: a search for words leaves out what stands in a noscript.
		const shown = await someone.page.locator('#postbox').innerText();
		expect(shown).toBe(someone.words(offlineTexts).needsScript);
		return;
	}
	await someone.page.context().setOffline(true);
	await fillQueue(someone.page, { page: '', trajectoryId, records: 2, photos: 1 });
	await someone.reads(someone.words(offlineTexts).waitingCount(2));
	await someone.sees(someone.words(offlineTexts).title);
});

async function sources({ api, trajectoryId }: Prepared): Promise<number> {
	const found = await api.send<{ total: number }>('GET', `/trajecten/${trajectoryId}/bronnen`);
	return found.total;
}

/** Held against what the server has: every record once, every photo with the bytes that were chosen. */
async function everythingArrived(street: Prepared, { records, photos }: Queued): Promise<void> {
	expect(await sources(street)).toBe(Object.keys(records).length);
	const found: Record<string, string> = {};
	for (const id of Object.keys(records)) {
		const { items } = await street.api.send<{ items: Attachment[] }>(
			'GET',
			`/bronnen/${id}/bijlagen`,
		);
		for (const item of items) if (item.state === 'stored') found[item.id] = item.sha256;
	}
	expect(found).toEqual(photos);
}

interface Attachment {
	id: string;
	state: string;
	sha256: string;
}
