import type { Language } from '#locales/messages.ts';

/** How somebody uses the program: in which language, with scripts or without, on how wide a screen. */
export interface Way {
	language: Language;
	scripts: boolean;
	/** in CSS pixels */
	width: number;
}

/** The widths at which every page has to be right: a phone and a desk. */
export const phone = 360;
export const desk = 1280;

/** Both languages, each with and without scripts; the first words tell them apart in test names. */
export function allWays(width: number): [string, Way][] {
	return (['nl', 'en'] as const).flatMap((language) =>
		[true, false].map((scripts): [string, Way] => [
			`in ${language === 'nl' ? 'Dutch' : 'English'} ${scripts ? 'with' : 'without'} JavaScript`,
			{ language, scripts, width },
		]),
	);
}
