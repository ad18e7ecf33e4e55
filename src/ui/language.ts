import { getContext, setContext } from 'svelte';
import type { Language } from '#locales/messages.ts';

const key = Symbol('language');

/** The language of the page; read `current` inside a template or `$derived` to follow changes. */
export type CurrentLanguage = { readonly current: Language };

/** Hands the language to every component below. Called once, by the layout of the site. */
export function setLanguage(current: () => Language): void {
	setContext<CurrentLanguage>(key, {
		get current() {
			return current();
		},
	});
}

/** The language of the page, Dutch where no layout has set one. Call while a component starts. */
export function useLanguage(): CurrentLanguage {
	return getContext<CurrentLanguage | undefined>(key) ?? { current: 'nl' };
}
