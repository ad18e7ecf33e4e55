import { getContext, setContext } from 'svelte';
import type { NewerSources } from '#features/figures/newer-figure.ts';

const key = Symbol('newer figures');

/** Tells the findings of a form which of their sources have a newer figure. */
export function setNewerSources(now: () => NewerSources): void {
	setContext(key, now);
}

/** What was told above a component; nothing where nobody did. */
export function useNewerSources(): () => NewerSources {
	return getContext<(() => NewerSources) | undefined>(key) ?? (() => new Map());
}
