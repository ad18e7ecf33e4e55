import { differenceTexts } from '#locales/frameworks.ts';
import type { Language } from '#locales/messages.ts';
import type { Difference } from './differences.ts';

/** A difference between two versions in words. */
export function differenceText(it: Difference, language: Language): string {
	const t = differenceTexts[language];
	switch (it.what) {
		case 'frame_renamed':
			return t.frame_renamed(it.from[language], it.to[language]);
		case 'theme_added':
		case 'theme_gone':
		case 'theme_moved':
			return t[it.what](it.name[language], it.domain[language]);
		case 'themes_ordered':
			return t.themes_ordered(it.domain[language]);
		case 'columns_ordered':
			return t.columns_ordered;
		case 'domain_changed':
		case 'column_added':
		case 'column_gone':
			return t[it.what](it.name[language]);
		case 'renamed':
			return t.renamed(t.parts[it.part], it.from?.[language] ?? '', it.name[language]);
		default:
			return t[it.what](t.parts[it.part], it.name[language]);
	}
}
