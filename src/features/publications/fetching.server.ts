import path from 'node:path';
import { runtime } from '#server/runtime.ts';
import type { FetchContext } from './table-asked.ts';

/** Where this program fetches and where it keeps what it fetched. */
export function fetching(): FetchContext {
	const { sources, dataDir } = runtime().config;
	return { sources, folder: path.join(dataDir, 'fetched') };
}
