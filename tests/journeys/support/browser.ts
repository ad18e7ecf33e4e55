import { randomBytes } from 'node:crypto';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
} from 'playwright-core';
import { afterAll, inject } from 'vitest';
import type { Way } from './way.ts';

let connecting: Promise<Browser> | undefined;

/**
 * A fresh browser profile: no cookies, nothing remembered, this language and width. `address` is where it reaches the
 * program.
 */
export async function freshProfile(
	{ language, scripts, width }: Way,
	address: string = inject('address'),
	others: Pick<BrowserContextOptions, 'serviceWorkers'> = {},
): Promise<BrowserContext> {
	connecting ??= connect();
	const browser = await connecting;
	const context = await browser.newContext({
		baseURL: address,
		javaScriptEnabled: scripts,
		locale: language === 'nl' ? 'nl-NL' : 'en-GB',
		timezoneId: 'Europe/Amsterdam',
		viewport: { width, height: 900 },
		reducedMotion: 'reduce',
		acceptDownloads: true,
		// Everybody has an address of their own, as behind a proxy: limits of requests are for one address.
		extraHTTPHeaders: { 'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}` },
		...others,
	});
	await context.addCookies([{ name: 'taal', value: language, url: address }]);
	context.setDefaultTimeout(15_000);
	return context;
}

async function connect(): Promise<Browser> {
	const browser = await chromium.connect(inject('browser'));
	afterAll(() => browser.close());
	return browser;
}
