import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../../scripts/support/chromium.ts';
import { start } from '../../process/program.ts';
import { freePort } from '../../../scripts/support/free-port.ts';
import { fetchingFrom, startSource } from './source.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Where the program is served. */
		address: string;
		/** Where the browser can be reached. */
		browser: string;
		/** A folder in which the tests note what was looked at already. */
		notes: string;
	}
}

const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

/**
 * Before the first journey: one built program with the example, on a database of its own, a service on this machine
 * that it fetches figures from, and one browser. JOURNEYS_URL
 * names a program that runs already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-journeys-'));
	chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user who must be able to enter
	const notes = path.join(folder, 'notes');
	mkdirSync(notes);
	const source = await startSource();
	const running = process.env.JOURNEYS_URL
		? undefined
		: await start({ DATA_DIR: path.join(folder, 'var'), PORT: await freePort(), TRUST_PROXY: '1', ...fetchingFrom(source) }); // prettier-ignore
	const browser = await chromium.launchServer({
		executablePath: findChromium(console.warn),
		chromiumSandbox: process.getuid?.() !== 0,
		args: FLAGS,
	});
	project.provide('address', process.env.JOURNEYS_URL ?? running?.url ?? '');
	project.provide('browser', browser.wsEndpoint());
	project.provide('notes', notes);
	return async () => {
		await browser.close();
		running?.child.kill('SIGTERM');
		await running?.ended;
		await source.close();
		rmSync(folder, { recursive: true, force: true });
	};
}
