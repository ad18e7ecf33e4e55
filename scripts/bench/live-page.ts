import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { findChromium } from '../support/chromium.ts';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const slower = 4;
const times = 7;

interface Shown {
	/** Milliseconds from the beginning of the navigation to the largest paint. */
	painted: number;
	/** To the moment at which the cells can be walked with the keys. */
	ready: number;
}

/** How soon a form is shown in Chromium on a processor that is four times slower, without and with its scripts. */
export async function shownIn(stage: Stage, path: string): Promise<Result[]> {
	const browser = await chromium.launch({
		executablePath: findChromium(console.warn),
		chromiumSandbox: process.getuid?.() !== 0,
		args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
	});
	try {
		const slow: Shown[] = [];
		const plain: Shown[] = [];
		for (let time = 0; time < times; time += 1) {
			slow.push(await show(slower));
			plain.push(await show(1));
		}
		const note = `median of ${times}, load ${loadavg()[0]?.toFixed(1)}`;
		const row = (what: string, of: keyof Shown, aim: string) =>
			compared(
				`200 findings in Chromium at a ${slower}× slowed processor, until ${what} (${note})`,
				median(slow.map((one) => one[of])),
				'ms',
				{ name: 'not slowed', value: median(plain.map((one) => one[of])) },
				aim,
			);
		return [
			row('the largest paint', 'painted', 'under 1500 ms'),
			row('the keys work', 'ready', 'under 1500 ms'),
		];
	} finally {
		await browser.close();
	}

	async function show(rate: number): Promise<Shown> {
		const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
		await context.addCookies([{ name: 'wijkagenda', value: stage.cookie, url: stage.url }]);
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate });
		await page.addInitScript(() => {
			const seen = { painted: 0, ready: 0 };
			Object.assign(globalThis, { seen });
			new PerformanceObserver((list) => {
				for (const { startTime } of list.getEntries()) seen.painted = startTime;
			}).observe({ type: 'largest-contentful-paint', buffered: true });
			const look = () => {
				if (document.querySelector('[role="grid"]')) seen.ready = performance.now();
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
		await page.goto(stage.url + path, { waitUntil: 'load' });
		await page.locator('[role="grid"]').first().waitFor();
		await page.waitForTimeout(300);
		const seen = await page.evaluate(() => (globalThis as unknown as { seen: Shown }).seen);
		await context.close();
		return seen;
	}
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
