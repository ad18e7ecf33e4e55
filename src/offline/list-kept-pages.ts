/** Lists the field pages of trajectories that this phone has kept: where somebody without a network can go. */
export async function listKeptPages(place: HTMLElement): Promise<void> {
	if (!('caches' in window)) return;
	const names = new Map<string, string>();
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const home = homeOf(request.url);
			if (home && !names.has(home)) names.set(home, await nameIn(await cache.match(request), home));
		}
	}
	const list = document.createElement('ul');
	for (const [href, textContent] of [...names].sort()) {
		const item = document.createElement('li');
		item.append(Object.assign(document.createElement('a'), { href, textContent }));
		list.append(item);
	}
	if (names.size > 0) place.append(list);
}

/** The path of the field pages that a page belongs to. */
function homeOf(url: string): string | undefined {
	return /^\/[^/]+\/[^/]+\/\d{4}\/veld/.exec(new URL(url).pathname)?.[0];
}

/** What the trajectory is called, as its kept page says (FieldPlace.svelte); else as its address does. */
async function nameIn(page: Response | undefined, home: string): Promise<string> {
	const [, , area = '', year = ''] = home.split('/');
	const html = (await page?.text()) ?? '';
	const field = new DOMParser().parseFromString(html, 'text/html').getElementById('field');
	return field?.dataset.trajectoryName ?? `${area} ${year}`;
}
