import { assetsIn, linksTo } from './page-parts.ts';

/**
 * The pages that open without a network, in the browser's cache: of one version of the app and of one person. A page is
 * kept with everything it needs, or not at all.
 */

const prefix = 'wijkagenda-veld-';
/** The page for what is not kept. */
const withoutNetwork = '/veld/zonder-netwerk';
/** Under this address it is kept whose pages these are. */
const whose = '/veld/kept-for';
/** How long a form that is kept waits for a newer one, in milliseconds: half of the second in which it has to open. */
const patience = 500;
/** The same of a page to read, such as the picture of a place: there an old one tells something that is not so. */
const patienceToRead = 4000;
/** So many pages of one trajectory at most: the forms, one for each guide, the list. */
const most = 60;

const cacheName = (version: string) => `${prefix}${version}`;

/** Keeps these pages and the field pages they link to. Pages of another person go first. */
export async function keepPages(version: string, personId: string, paths: string[]): Promise<void> {
	const cache = await caches.open(cacheName(version));
	const owner = await (await cache.match(whose))?.text();
	if (owner !== undefined && owner !== personId) await forgetPages(version);
	await cache.put(whose, new Response(personId));
	await keepAll(cache, version, [withoutNetwork, ...paths], 'with_links');
}

/** Gets everything anew that an earlier version kept. Rejects when that does not come: then the earlier one stays. */
export async function takeOverPages(version: string): Promise<void> {
	const cache = await caches.open(cacheName(version));
	for (const name of await caches.keys()) {
		if (!name.startsWith(prefix) || name === cacheName(version)) continue;
		const former = await caches.open(name);
		const owner = await former.match(whose);
		if (owner) await cache.put(whose, owner);
		const pages = (await former.keys())
			.map(({ url }) => new URL(url))
			.filter((url) => isFieldPage(url) && url.pathname !== whose);
		await keepAll(
			cache,
			version,
			pages.map(({ pathname, search }) => pathname + search),
			'alone',
		);
	}
	// Nothing more: as long as this takes, the worker is not at work yet.
	await keepAll(cache, version, [withoutNetwork], 'alone');
}

/** Throws away what belongs to other versions. */
export async function forgetOthers(version: string): Promise<void> {
	for (const name of await caches.keys())
		if (name.startsWith(prefix) && name !== cacheName(version)) await caches.delete(name);
}

/** Throws away the pages of whoever was here; files of the program, which are the same for everyone, stay. */
export async function forgetPages(version: string): Promise<void> {
	const cache = await caches.open(cacheName(version));
	for (const request of await cache.keys()) {
		const url = new URL(request.url);
		if (isFieldPage(url) && url.pathname !== withoutNetwork) await cache.delete(request);
	}
}

/** Whether an address is one of the field: `/veld`, `/<municipality>/<area>/<year>/veld` and what lies below. */
export function isFieldPage({ pathname }: URL): boolean {
	return /^\/veld(\/|$)|^\/[^/]+\/[^/]+\/\d{4}\/veld(\/|$)/.test(pathname);
}

/**
 * The answer to a request of a page or a file: what is kept, else the network, else the page that says that there is
 * none. A page that is kept is shown at once when there is no network or a slow one, and fetched again for the next time.
 */
export async function keptAnswer(
	version: string,
	request: Request,
	isPage: boolean,
): Promise<Response> {
	const cache = await caches.open(cacheName(version));
	const kept = await cache.match(isPage ? keptUnder(request.url) : request);
	if (!isPage) return kept ?? fetch(request);
	const fresh = fetch(request);
	if (!kept)
		return fresh.catch(async (error: unknown) => {
			const page = await cache.match(withoutNetwork);
			if (page) return page;
			throw error;
		});
	const known = fresh.then(async (answer) => {
		const { url } = request;
		// A page with a walk filled in by the server would be one for every walk.
		if (keptUnder(url) === url) await keepOne(cache, version, url, answer.clone());
		return answer;
	});
	const wait = /\/veld\/plekken(\/|$)/.test(new URL(request.url).pathname)
		? patienceToRead
		: patience;
	const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), wait));
	return Promise.race([known.catch(() => kept), late]);
}

/**
 * Under which address a page is kept: what its script fills in from the address (`fillFromAddress`) needs no page of its
 * own.
 */
function keptUnder(address: string): string {
	const url = new URL(address, location.origin);
	for (const filledIn of ['plek', 'schouw', 'bewaard']) url.searchParams.delete(filledIn);
	return url.href;
}

async function keepAll(
	cache: Cache,
	version: string,
	paths: string[],
	reach: 'alone' | 'with_links',
): Promise<void> {
	const asked = new Set(paths.map(keptUnder));
	for (const path of asked) {
		const answer = await fetch(path, { credentials: 'same-origin' });
		const html = await keepOne(cache, version, path, answer);
		for (const link of html && reach === 'with_links' ? linksTo(html) : []) {
			const url = new URL(link, answer.url);
			if (asked.size < most && isFieldPage(url)) asked.add(keptUnder(url.href));
		}
	}
}

/** Keeps one page with all it needs; gives its text, or null when it is not to be kept: not there, not theirs, or newer. */
async function keepOne(
	cache: Cache,
	version: string,
	path: string,
	answer: Response,
): Promise<string | null> {
	const isKeepable = answer.ok && !answer.redirected && answer.type === 'basic';
	if (!isKeepable || !isFieldPage(new URL(answer.url))) return null;
	const html = await answer.clone().text();
	// A page of a newer program needs the files of a newer program: the new service worker will keep both.
	if (!html.includes(`/_app/field.js?v=${version}`)) return null;
	await keepAssets(cache, html, answer.url);
	await cache.put(path, answer);
	return html;
}

/** Keeps the styles, scripts, fonts and pictures that a page names, and what those name in turn. */
async function keepAssets(cache: Cache, text: string, base: string): Promise<void> {
	const asked = new Set(assetsIn(text, base));
	for (const address of asked) {
		const known = await cache.match(address);
		const answer = known ?? (await fetch(address));
		// A text in a script that only looks like an address.
		if (answer.status === 404) continue;
		if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
		if (!known) await cache.put(address, answer.clone());
		if (/\.(css|js)$/.test(new URL(address).pathname))
			for (const next of assetsIn(await answer.text(), address)) asked.add(next);
	}
}
