/** Lists the field pages of trajectories that this phone has kept: where somebody without a network can go. */
export async function listKeptPages(place: HTMLElement): Promise<void> {
	if (!('caches' in window)) return;
	const homes = new Set<string>();
	for (const name of await caches.keys())
		for (const { url } of await (await caches.open(name)).keys()) {
			const home = /^\/[^/]+\/([^/]+)\/(\d{4})\/veld/.exec(new URL(url).pathname);
			if (home) homes.add(home[0]);
		}
	const list = document.createElement('ul');
	for (const home of [...homes].sort()) {
		const [, , area = '', year = ''] = home.split('/');
		const link = Object.assign(document.createElement('a'), {
			href: home,
			textContent: `${area} ${year}`,
		});
		const item = document.createElement('li');
		item.append(link);
		list.append(item);
	}
	if (homes.size > 0) place.append(list);
}
