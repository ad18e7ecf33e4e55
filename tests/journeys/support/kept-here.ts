import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until the service worker has kept a page, with all that it needs. */
export async function keptHere(page: Page, path: string): Promise<void> {
	const isKept = () =>
		page.evaluate(async (wanted) => {
			const isInCharge =
				(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';
			return isInCharge && (await caches.match(wanted)) !== undefined;
		}, path);
	await expect.poll(isKept, { timeout: 60_000, interval: 200 }).toBe(true);
}
