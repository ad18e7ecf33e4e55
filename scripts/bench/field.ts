import { loadavg } from 'node:os';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../support/chromium.ts';
import { single, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const home = '/arnhem/geitenkamp/2007/veld';
/** How many times slower than this machine: as it is, a phone of some years old, and a cheap one. */
const rates = [1, 4, 6];
const times = 7;

interface Opened {
	/** Milliseconds from the beginning of the navigation to the first paint with content. */
	painted: number;
	/** To the moment at which the first field or choice can have the focus. */
	usable: number;
	/** To the moment at which the page's script keeps what is typed. */
	attached: number;
}

/**
 * How soon the field pages open without a network, out of the service worker, on a slowed processor. What is slowed is the
 * page's own thread; that of the service worker, which runs already, is not (Chrome DevTools Protocol,
 * `Emulation.setCPUThrottlingRate`).
 */
export async function benchField(stage: Stage): Promise<Result[]> {
	const browser = await chromium.launch({
		executablePath: findChromium(console.warn),
		chromiumSandbox: process.getuid?.() !== 0,
		args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
	});
	try {
		return await measured(stage, browser);
	} finally {
		await browser.close();
	}
}

async function measured(stage: Stage, browser: Browser): Promise<Result[]> {
	const pages = [
		{ path: home, name: 'the choice', field: '[data-field-choices] a', attached: '#field:not([hidden])' }, // prettier-ignore
		{
			path: `${home}/waarneming`,
			name: 'the form for an observation',
			field: '[data-capture] input:not([type=hidden])',
			attached: '[data-capture] form > [role=status]:first-child',
		},
	];
	const context = await withPagesKept(
		stage,
		browser,
		pages.map(({ path }) => path),
	);
	const results: Result[] = [];
	for (const { name, ...page } of pages)
		for (const rate of rates) {
			const openings: Opened[] = [];
			for (let time = 0; time < times; time += 1) openings.push(await open(context, page, rate));
			const note = `processor slowed ${rate}×, no network, median of ${times}, load ${loadavg()[0]?.toFixed(1)}`;
			const row = (what: string, of: keyof Opened, aim: string) =>
				single(
					`${name} until ${what} (${note})`,
					median(openings.map((one) => one[of])),
					'ms',
					aim,
				);
			results.push(
				row('something shows', 'painted', ''),
				row('it can be used', 'usable', 'under 1000 ms'),
				row('every letter is kept', 'attached', 'under 1000 ms'),
			);
		}
	return results;
}

/** A browser that opened the field once, and has no network since. */
async function withPagesKept(
	stage: Stage,
	browser: Browser,
	paths: string[],
): Promise<BrowserContext> {
	const context = await browser.newContext({
		baseURL: stage.url,
		viewport: { width: 360, height: 740 },
	});
	await context.addCookies([{ name: 'wijkagenda', value: stage.cookie, url: stage.url }]);
	const page = await context.newPage();
	for (const path of paths) {
		await page.goto(path);
		const isKept = async (wanted: string) =>
			(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated' &&
			(await caches.match(wanted)) !== undefined;
		while (!(await page.evaluate(isKept, path))) await page.waitForTimeout(200);
	}
	await page.close();
	await context.setOffline(true);
	return context;
}

async function open(
	context: BrowserContext,
	{ path, field, attached }: { path: string; field: string; attached: string },
	rate: number,
): Promise<Opened> {
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate });
	await page.addInitScript(watch, [field, attached] as const);
	await page.goto(path, { waitUntil: 'commit' });
	const seen = await seenOn(page);
	await page.close();
	return seen;
}

/** Runs in the page: writes down when each was there. */
function watch([field, attached]: readonly [string, string]): void {
	const seen = { painted: 0, usable: 0, attached: 0 };
	Object.assign(globalThis, { seen });
	new PerformanceObserver((list) => {
		for (const { name, startTime } of list.getEntries())
			if (name === 'first-contentful-paint') seen.painted = startTime;
	}).observe({ type: 'paint', buffered: true });
	const look = () => {
		const first = document.querySelector<HTMLElement>(field);
		if (first && seen.usable === 0) seen.usable = performance.now();
		if (document.querySelector(attached) && seen.attached === 0) seen.attached = performance.now();
		if (seen.usable === 0 || seen.attached === 0) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

async function seenOn(page: Page): Promise<Opened> {
	const found = await page.waitForFunction(() => {
		const { seen } = globalThis as unknown as { seen: Opened };
		return seen.painted > 0 && seen.usable > 0 && seen.attached > 0 ? seen : null;
	});
	return (await found.jsonValue()) as Opened;
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
