import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from './served-world.ts';

/** The most JavaScript a page of the field may load by itself, in bytes after gzip. */
const most = 60_000;
const client = path.resolve(import.meta.dirname, '../../build/client');

let served: Served;
let cookie: string;
beforeAll(async () => {
	served = await serve();
	cookie = `wijkagenda=${await served.signIn(served.world.home.members.professional, 'browser')}`;
});
afterAll(() => served.stop());

/** The scripts that a page names, and those that they need to begin: not what they fetch when it is asked for. */
function scriptsOf(html: string): string[] {
	const found = new Set(
		[...html.matchAll(/["'(](?:\.{1,2}\/)*\/?(_app\/[^"')?]+\.js)(?:\?[^"')]*)?["')]/g)].map(
			([, it = '']) => it,
		),
	);
	for (const script of found) {
		const text = readFileSync(path.join(client, script), 'utf8');
		for (const [, to = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g))
			found.add(path.posix.join(path.posix.dirname(script), to));
	}
	return [...found];
}

const weigh = (scripts: string[]) =>
	scripts.reduce((sum, it) => sum + gzipSync(readFileSync(path.join(client, it))).length, 0);

it(`every page of the field loads at most ${most / 1000} kB of JavaScript`, async () => {
	const { home } = served.world.filled;
	const field = `/${home.slug}/${home.open.area_slug}/${home.open.start_year}/veld`;
	const pages = new Set(['/veld/zonder-netwerk', field, `${field}/postbak`]);
	const weights: [string, number][] = [];
	for (const address of pages) {
		const response = await fetch(served.program.url + address, { headers: { cookie } });
		expect(response.status, address).toBe(200);
		const html = await response.text();
		const scripts = scriptsOf(html);
		expect(scripts, address).toContain('_app/field.js');
		weights.push([address, weigh(scripts)]);
		for (const [, link = ''] of html.matchAll(/href="([^"#]+)"/g))
			if (link.startsWith(`${field}/`)) pages.add(link.replaceAll('&amp;', '&'));
	}
	console.info(weights.map(([address, weight]) => `${address}: ${weight} bytes`).join('\n')); // eslint-disable-line no-console -- for whoever works on a page
	expect(weights.filter(([, weight]) => weight > most || weight === 0)).toEqual([]);
});
