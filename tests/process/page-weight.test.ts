import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from './served-world.ts';

/** The most JavaScript a resident's page may load, in bytes after gzip. */
const most = 60_000;
const client = path.resolve(import.meta.dirname, '../../build/client');

let served: Served;
let cookie: string;
beforeAll(async () => {
	served = await serve();
	cookie = `wijkagenda=${await served.signIn(served.world.home.members.process_manager, 'browser')}`;
});
afterAll(() => served.stop());

/** Every script that a page loads by itself: those it names, and what they import. */
function scriptsOf(html: string): Set<string> {
	const found = new Set(
		[...html.matchAll(/["'(](?:\.{1,2}\/)*\/?(_app\/immutable\/[^"')]+\.js)["')]/g)].map(
			([, it = '']) => it,
		),
	);
	for (const script of found) {
		const text = readFileSync(path.join(client, script), 'utf8');
		for (const [, to = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g))
			found.add(path.posix.join(path.posix.dirname(script), to));
	}
	return found;
}

async function weigh(address: string, headers: Record<string, string> = {}): Promise<number> {
	const response = await fetch(served.program.url + address, { headers });
	expect(response.status, address).toBe(200);
	const scripts = [...scriptsOf(await response.text())];
	return scripts.reduce((sum, it) => sum + gzipSync(readFileSync(path.join(client, it))).length, 0);
}

it(`a resident's page loads at most ${most / 1000} kB of JavaScript`, async () => {
	const { home } = served.world.filled;
	const trajectory = `/${home.slug}/${home.open.area_slug}/${home.open.start_year}`;
	const residents = [
		'/',
		`/${home.slug}`,
		trajectory,
		`${trajectory}/kader`,
		`${trajectory}/verslag`,
	];
	const weights = new Map<string, number>();
	for (const address of residents) weights.set(address, await weigh(address));
	const others = ['analyse', 'cijfers', 'leefwereld', 'agenda', 'uitvoering'];
	const seen: number[] = [];
	for (const room of others) {
		const address = `${trajectory}/${room}`;
		const weight = await weigh(address, { cookie });
		seen.push(weight);
		console.info(`${address}: ${weight} bytes`); // eslint-disable-line no-console -- for whoever works on a page
	}
	console.info([...weights].map(([address, weight]) => `${address}: ${weight} bytes`).join('\n')); // eslint-disable-line no-console -- as above
	expect([...weights].filter(([, weight]) => weight > most)).toEqual([]);
	// Pages to read load no script at all; that the scale works shows the form, which does.
	expect(Math.max(...seen)).toBeGreaterThan(0);
});
