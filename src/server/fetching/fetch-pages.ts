import { FetchError } from './fetch-error.ts';
import { fetchJson, type FetchOptions } from './fetch-json.ts';
import type { KeptPage, PageCache } from './page-cache.ts';
import { addressWithin } from './source-address.ts';

export interface PagesOptions extends FetchOptions {
	/** Where the answer says that the next page is, as it writes it; null when there is none. */
	nextOf(json: unknown): string | null;
	cache: PageCache;
	/** Told after every page, also one that was there already. */
	onPage?: (page: KeptPage) => void;
}

/** Where an OData answer of version 3 or 4 says the next page is. */
export function nextOfOData(json: unknown): string | null {
	const answer = json as Record<string, unknown>;
	const link = answer['@odata.nextLink'] ?? answer['odata.nextLink'];
	return typeof link === 'string' ? link : null;
}

/** Where an answer of OGC API Features says the next page is (a link with `rel: next`). */
export function nextOfFeatures(json: unknown): string | null {
	const { links } = json as { links?: { rel?: unknown; href?: unknown; type?: unknown }[] };
	const next = (Array.isArray(links) ? links : []).find(
		({ rel, type }) =>
			rel === 'next' && (type === undefined || /json/.test(typeof type === 'string' ? type : '')),
	);
	return typeof next?.href === 'string' ? next.href : null;
}

/**
 * Fetches a list page by page into the cache, and gives the pages, first to last; read them with `cache.read`. What is in the
 * cache is not fetched again. Only one page is in memory at a time. Throws `FetchError`; the pages that came before stay,
 * and the next call goes on from there.
 */
export async function fetchPages(start: URL, options: PagesOptions): Promise<KeptPage[]> {
	const { cache, nextOf, onPage } = options;
	const pages = await cache.pages();
	for (const page of pages) {
		if (options.signal?.aborted) throw new FetchError('cancelled', start);
		onPage?.(page);
	}
	const seen = new Set(pages.map(({ address }) => address));
	for (;;) {
		const last = pages.at(-1);
		if (last && last.next === null) return pages;
		const address = last ? addressWithin(start, last.next as string) : start;
		if (seen.has(address.href)) throw new FetchError('in_circles', start);
		seen.add(address.href);
		const { bytes, json } = await fetchJson(address, options);
		const link = nextOf(json);
		const next = link === null ? null : addressWithin(start, link, address).href;
		const page = await cache.keep(
			{ index: pages.length, address: address.href, next, records: recordsIn(json) },
			bytes,
		);
		pages.push(page);
		onPage?.(page);
	}
}

/** How many records an answer holds: `value` of OData, `features` of GeoJSON. */
function recordsIn(json: unknown): number {
	const { value, features } = json as Record<string, unknown>;
	const list = value ?? features;
	return Array.isArray(list) ? list.length : 1;
}
