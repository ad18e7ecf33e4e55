import type { AreaProfile } from '#features/figures/area-profile.server.ts';
import { profileView, type LineView } from '#features/figures/profile-view.ts';
import { groupProfile, type ProfileEntry } from '#features/figures/profile.ts';
import type { Language } from '#locales/messages.ts';
import { standingOf, type Standing } from './tension.ts';

/** One figure beside a theme, in words. */
export interface ThemeFigureLine {
	seriesId: number;
	name: string;
	own: string;
	municipality: string | null;
	country: string | null;
	/** The middle of the comparable areas. */
	comparable: string | null;
	year: string;
	/** That it is an estimate, that it is provisional. */
	marks: string[];
	trend: { at: string; value: number | null }[] | null;
	standing: Standing;
}

/** The figures of an area that speak to a theme. */
export interface FiguresOfTheme {
	theme: string;
	lines: ThemeFigureLine[];
	/** How many more there are in the profile. */
	more: number;
}

/** How many figures stand beside a theme; the profile has them all. */
const most = 5;

/**
 * The figures of an area by the themes that they speak to: what stands out first, then what more is good or bad of, then
 * the others, each in the order of the catalogue. Sensitive figures are for the profile only.
 */
export function figuresByTheme(
	{ area, above, lines }: AreaProfile,
	themesHere: (themes: readonly string[]) => string[],
	language: Language,
): FiguresOfTheme[] {
	const nameAt = (level: string) => above.find((one) => one.level === level)?.name ?? '';
	const shown = {
		lines,
		level: area.level,
		municipalityName: nameAt('municipality'),
		countryName: nameAt('country'),
		withSensitive: false,
	};
	const words = new Map(
		profileView(shown, language).groups.flatMap((group) =>
			group.lines.map((line): [number, LineView] => [line.seriesId, line]),
		),
	);
	const found = groupProfile(lines, false)
		.groups.flatMap(({ entries }) => entries)
		.flatMap((entry) => {
			const view = words.get(entry.line.seriesId);
			const isKnown = entry.line.own !== null && 'value' in entry.line.own;
			if (!view || !isKnown || !entry.known) return [];
			return [{ line: lineOf(entry, view), themes: themesHere(entry.known.themes) }];
		})
		.toSorted((a, b) => rank(a.line.standing) - rank(b.line.standing));
	const themes = [...new Set(found.flatMap((one) => one.themes))];
	return themes.map((theme) => {
		const own = found.filter((one) => one.themes.includes(theme)).map(({ line }) => line);
		return { theme, lines: own.slice(0, most), more: Math.max(0, own.length - most) };
	});
}

function lineOf({ line, known }: ProfileEntry, view: LineView): ThemeFigureLine {
	return {
		seriesId: line.seriesId,
		name: view.name,
		// Of a share the count stands behind it; what it is a share of is told on the profile.
		own: line.share
			? [view.own.text, view.own.note && `(${view.own.note})`].filter(Boolean).join(' ')
			: [view.own.text, view.unit].filter(Boolean).join(' '),
		municipality: view.municipality?.text ?? null,
		country: view.country?.text ?? null,
		comparable: view.comparable?.text ?? null,
		year: view.year,
		marks: view.marks,
		trend: view.trend,
		standing: standingOf({
			direction: known?.direction ?? 'neither',
			unit: known?.unit.en ?? line.unit,
			measured: line.own,
			beside: [
				line.municipality ?? line.country,
				line.comparable && { value: line.comparable.middle },
			],
		}),
	};
}

function rank(standing: Standing): number {
	if (standing === 'favourable' || standing === 'unfavourable') return 0;
	return standing === 'alike' ? 1 : 2;
}
