import type { LazyParts } from './lazy-parts.ts';

let fetched = $state.raw<LazyParts | null>(null);

/** What the form needs once somebody writes; null until it is fetched, which `fetch` does once. */
export const writingParts = {
	get now(): LazyParts | null {
		return fetched;
	},
	async fetch(): Promise<void> {
		fetched ??= (await import('./lazy-parts.ts')).lazyParts;
	},
};
