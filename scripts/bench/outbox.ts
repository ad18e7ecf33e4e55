import { chromium, type Browser, type Page } from 'playwright-core';
import { asOwner } from '#server/database/owner.ts';
import { randomFrom, startBadLine } from '../support/bad-line.ts';
import { findChromium } from '../support/chromium.ts';
import { fillQueue, sendAllOf, type Queued } from '../support/field-load.ts';
import { single, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const records = 10_000;
const photos = 1_000;
const phones = 8;
const failing = 0.3;

/**
 * What phones kept comes in, through the queue of the field pages in a real browser: ten thousand records and a thousand
 * photos over a line of which 30 % of all requests is dropped, cut, repeated, delayed or left without answer; and ten
 * thousand records over a good line. Throws when anything is lost, twice, or other than it was.
 */
export async function benchOutbox(stage: Stage): Promise<Result[]> {
	const browser = await chromium.launch({
		executablePath: findChromium(console.warn),
		chromiumSandbox: process.getuid?.() !== 0,
		args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
	});
	try {
		return [await overBadLine(stage, browser), await overGoodLine(stage, browser)];
	} finally {
		await browser.close();
	}
}

async function overBadLine(stage: Stage, browser: Browser): Promise<Result> {
	const line = await startBadLine(stage.url, { share: failing, random: randomFrom(2026) });
	const seconds = await sendAll(stage, browser, line.url, photos);
	await line.close();
	const faults = Object.entries(line.counts).map(([fault, count]) => `${fault} ${count}`);
	return single(
		`${records} records and ${photos} photos of ${phones} phones at once, over a line that fails (${faults.join(', ')})`,
		(records + photos) / seconds,
		'per second',
		'nothing lost, nothing twice: checked by count and checksum',
	);
}

async function overGoodLine(stage: Stage, browser: Browser): Promise<Result> {
	const seconds = await sendAll(stage, browser, stage.url, 0);
	return single(
		`Receiving ${records} queued records of ${phones} phones at once`,
		records / seconds,
		'per second',
		'none lost, none twice: checked one by one',
	);
}

/** Fills the phones, lets them send until nothing waits and checks what came of it; gives how many seconds it was sending. */
async function sendAll(
	stage: Stage,
	browser: Browser,
	url: string,
	photos: number,
): Promise<number> {
	const before = await countStored(stage);
	const load = await loadOf(stage, records / phones, photos / phones);
	const open: { page: Page; queued: Queued }[] = [];
	for (let at = 0; at < phones; at += 1) {
		const page = await openPhone(browser, url, stage.cookie);
		open.push({ page, queued: await fillQueue(page, load) });
	}
	const begun = Date.now();
	const outcomes = await Promise.all(open.map(({ page }) => sendAllOf(page)));
	const seconds = (Date.now() - begun) / 1000;
	const received = outcomes.reduce((sum, outcome) => sum + outcome.received, 0);
	if (received !== records) throw new Error(`${received} of ${records} were received.`);
	for (const { page, queued } of open) {
		await checkArrived(stage, queued);
		await page.context().close();
	}
	const more = (await countStored(stage)) - before;
	if (more !== records) throw new Error(`${records} records became ${more} sources.`);
	return seconds;
}

async function openPhone(browser: Browser, url: string, cookie: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block' });
	await context.addCookies([{ name: 'wijkagenda', value: cookie, url }]);
	return context.newPage();
}

async function loadOf(stage: Stage, records: number, photos: number) {
	const { slug, area_slug, start_year } = await asOwner(stage.owner, (tx) =>
		tx
			.selectFrom('trajectory')
			.innerJoin('municipality', 'municipality.id', 'trajectory.municipality_id')
			.select(['municipality.slug', 'area_slug', 'start_year'])
			.where('trajectory.id', '=', stage.trajectoryId)
			.executeTakeFirstOrThrow(),
	);
	// A page that does not show the list: nobody looks at ten thousand lines while they go.
	const page = `/${slug}/${area_slug}/${start_year}/veld`;
	return { page, trajectoryId: stage.trajectoryId, records, photos, atOnce: true };
}

/** Holds what was queued against what the database has: each record once with its text, each photo with its checksum. */
async function checkArrived(stage: Stage, queued: Queued): Promise<void> {
	const { stored, files } = await asOwner(stage.owner, async (tx) => ({
		stored: await tx
			.selectFrom('evidence')
			.select(['id', 'details'])
			.where('id', 'in', Object.keys(queued.records))
			.execute(),
		files: await tx
			.selectFrom('attachment')
			.select(['id', 'sha256', 'state'])
			.where('evidence_id', 'in', Object.keys(queued.records))
			.execute(),
	}));
	const texts = new Map(stored.map(({ id, details }) => [id, (details as { seen: string }).seen]));
	const wrong = [
		...Object.entries(queued.records).filter(([id, seen]) => texts.get(id) !== seen),
		...files.filter(({ id, sha256, state }) => state !== 'stored' || queued.photos[id] !== sha256),
	];
	if (wrong.length > 0 || files.length !== Object.keys(queued.photos).length)
		throw new Error(`Not as it was queued: ${JSON.stringify(wrong.slice(0, 5))}`);
}

/** How many sources the trajectory has: what came in twice under another id would be one too many. */
async function countStored(stage: Stage): Promise<number> {
	const { stored } = await asOwner(stage.owner, (tx) =>
		tx
			.selectFrom('evidence')
			.select((eb) => eb.fn.countAll<number>().as('stored'))
			.where('trajectory_id', '=', stage.trajectoryId)
			.executeTakeFirstOrThrow(),
	);
	return Number(stored);
}
