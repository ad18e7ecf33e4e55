import { chromium, type Browser, type Page } from 'playwright-core';
import { asOwner } from '#server/database/owner.ts';
import { randomFrom, startBadLine } from '../support/bad-line.ts';
import { findChromium } from '../support/chromium.ts';
import { fillQueue, sendAllOf, type Queued } from '../support/field-load.ts';
import { single, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const records = 640;
const photos = 64;
const phones = 8;
const failing = 0.3;

/**
 * What phones kept comes in, through the queue of the field pages in a real browser: ten thousand records and a thousand
 * photos of one phone over a line of which 30 % of all requests is dropped, cut, repeated, delayed or left without answer;
 * and ten thousand records of eight phones at once over a good line. Throws when anything is lost, twice, or other than
 * it was.
 */
export async function benchOutbox(stage: Stage): Promise<Result[]> {
	const browser = await chromium.launch({
		executablePath: findChromium(console.warn),
		chromiumSandbox: process.getuid?.() !== 0,
		args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
	});
	try {
		return [...(await overBadLine(stage, browser)), await byManyPhones(stage, browser)];
	} finally {
		await browser.close();
	}
}

async function overBadLine(stage: Stage, browser: Browser): Promise<Result[]> {
	const line = await startBadLine(stage.url, { share: failing, random: randomFrom(2026) });
	const page = await openPhone(browser, line.url, stage.cookie);
	const queued = await fillQueue(page, await loadOf(stage, records, photos));
	const begun = Date.now();
	const outcome = await sendAllOf(page);
	const seconds = (Date.now() - begun) / 1000;
	await page.context().close();
	await line.close();
	if (outcome.received !== records)
		throw new Error(`${outcome.received} of ${records} were received.`);
	await checkArrived(stage, queued);
	const faults = Object.entries(line.counts).map(([fault, count]) => `${fault} ${count}`);
	return [
		single(
			`Records and photos of one phone over a line that fails (${faults.join(', ')})`,
			(records + photos) / seconds,
			'per second',
			`nothing lost, nothing twice: ${records} records and ${photos} photos checked by count and checksum`,
		),
	];
}

async function byManyPhones(stage: Stage, browser: Browser): Promise<Result> {
	const share = records / phones;
	const open = Array.from({ length: phones }, () => openPhone(browser, stage.url, stage.cookie));
	const pages = await Promise.all(open);
	const queues: Queued[] = [];
	for (const page of pages) queues.push(await fillQueue(page, await loadOf(stage, share, 0)));
	const begun = Date.now();
	const outcomes = await Promise.all(pages.map(sendAllOf));
	const seconds = (Date.now() - begun) / 1000;
	const received = outcomes.reduce((sum, outcome) => sum + outcome.received, 0);
	if (received !== records) throw new Error(`${received} of ${records} were received.`);
	for (const queued of queues) await checkArrived(stage, queued);
	return single(
		`Receiving ${records} queued records of ${phones} phones at once`,
		records / seconds,
		'per second',
		'none lost; checked one by one',
	);
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
	const page = `/${slug}/${area_slug}/${start_year}/veld/postbak`;
	return { page, trajectoryId: stage.trajectoryId, records, photos };
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
