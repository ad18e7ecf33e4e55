import type { FetchOptions } from '#server/fetching/fetch-json.ts';
import { fetchPages, nextOfFeatures } from '#server/fetching/fetch-pages.ts';
import { PageCache } from '#server/fetching/page-cache.ts';
import { under } from '#server/fetching/source-address.ts';
import type { MappedLevel } from './area-map.ts';

/** How PDOK calls the collections. */
const COLLECTIONS: Record<MappedLevel, string> = {
	municipality: 'gemeenten',
	district: 'wijken',
	neighbourhood: 'buurten',
};
const PAGE = '1000';

/**
 * Fetches boundaries from PDOK's OGC API Features (`…/wijken-en-buurten-2023/ogc/v1/collections/wijken/items`), page by
 * page, in WGS84. Pages that were fetched before an interruption are not fetched again. Gives where the pages are;
 * `drop` removes them. `onPage` is told how many features there are so far. Throws `FetchError`.
 */
export async function fetchFeaturePages(
	{ base, year, level }: { base: URL; year: number; level: MappedLevel },
	cacheRoot: string,
	onPage: (features: number) => void,
	options: FetchOptions = {},
): Promise<{ locations: string[]; drop(): Promise<void> }> {
	const start = under(
		base,
		`wijken-en-buurten-${year}`,
		'ogc',
		'v1',
		'collections',
		COLLECTIONS[level],
		'items',
	);
	start.searchParams.set('f', 'json');
	start.searchParams.set('limit', PAGE);
	const cache = new PageCache(cacheRoot, start.href);
	let features = 0;
	const pages = await fetchPages(start, {
		...options,
		cache,
		nextOf: nextOfFeatures,
		onPage: ({ records }) => onPage((features += records)),
	});
	return {
		locations: pages.map(({ index }) => cache.location(index)),
		drop: () => cache.drop(),
	};
}
