import type { ThemeGroup } from '#features/content/themes.server.ts';

interface Themed {
	theme: string;
}

/** Sentences under the name of their theme, in the order of the framework; a theme without sentences is left out. */
export function byTheme<Sentence extends Themed>(
	themes: readonly ThemeGroup[],
	sentences: readonly Sentence[],
	language: 'nl' | 'en',
): { id: string; name: string; sentences: Sentence[] }[] {
	const all = themes.flatMap((group) => group.themes);
	const known = new Set(all.map(({ id }) => id));
	const unknown = [...new Set(sentences.map(({ theme }) => theme))].filter((id) => !known.has(id));
	return [
		...all.map(({ id, name }) => ({ id, name: name[language] })),
		...unknown.map((id) => ({ id, name: id })),
	]
		.map((theme) => ({ ...theme, sentences: sentences.filter((one) => one.theme === theme.id) }))
		.filter(({ sentences: own }) => own.length > 0);
}
