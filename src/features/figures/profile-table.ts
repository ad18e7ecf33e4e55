import { readingTexts } from '#locales/figure-reading.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import type { AreaProfile } from './area-profile.server.ts';
import type { FigureCell, FigureTable } from './figure-download.ts';
import type { FigureOrigin } from './figure-origin.ts';
import { nameOfLine, unitOfLine } from './figure-words.ts';
import { groupProfile, type ProfileLine } from './profile.ts';
import type { Share } from './shares.ts';

/** The profile as a table to download: the columns of the page, and the years as columns of their own. */
export function profileTable(
	{ area, above, lines, comparable }: AreaProfile,
	withSensitive: boolean,
	language: Language,
): FigureTable {
	const t = figureTexts[language];
	const r = readingTexts[language];
	const many = t.many[area.level];
	const { groups } = groupProfile(lines, withSensitive);
	const around = above.filter(({ level }) => level === 'municipality' || level === 'country');
	const entries = groups.flatMap(({ name, entries: own }) =>
		own.map((entry) => ({ ...entry, group: name?.[language] ?? t.other })),
	);
	const years = [
		...new Set(entries.flatMap(({ line }) => line.years.map(({ period }) => period))),
	].toSorted();
	const hasShares = entries.some(({ line }) => line.share !== null);
	const sharePlaces: { name: string; of: (share: Share | null) => number | null }[] = [
		{ name: area.name, of: (share) => share?.own ?? null },
		...around.map(({ name, level }) => ({
			name,
			of: (share: Share | null) =>
				(level === 'municipality' ? share?.municipality : share?.country) ?? null,
		})),
		...(comparable
			? [{ name: r.comparable(many), of: (share: Share | null) => share?.comparable?.middle ?? null }] // prettier-ignore
			: []),
	];
	const atLevel = (line: ProfileLine, level: string): FigureCell =>
		level === 'municipality' ? line.municipality : line.country;
	return {
		title: t.profileTitle(area.name),
		columns: [
			...[r.subject, t.what, r.unit, area.name],
			...around.map(({ name }) => name),
			...(comparable ? [r.comparable(many)] : []),
			...(hasShares ? sharePlaces.map(({ name }) => r.shareIn(name)) : []),
			r.placeColumn(many),
			...(years.length > 1 ? years.map((period) => r.inYear(area.name, period)) : []),
		],
		rows: entries.map(({ line, group }) => ({
			cells: [
				...[group, nameOfLine(line, language), unitOfLine(line, language), line.own],
				...around.map(({ level }) => atLevel(line, level)),
				...(comparable ? [line.comparable?.middle ?? null] : []),
				...(hasShares ? sharePlaces.map(({ of }) => of(line.share)) : []),
				line.share ? null : (line.place?.own ?? null),
				...(years.length > 1 ? years.map((period) => valueIn(line, period)) : []),
			],
			origin: originOfLine(line),
		})),
		notes: [
			t.profileLead,
			t.holdsFor(area.name, area.code, t.levels[area.level]),
			...(comparable
				? [
						`${r.comparableLine(comparable.length, many)} ${comparable.map(({ name, code }) => `${name} (${code})`).join(', ')}.`,
					]
				: []),
		],
	};
}

function valueIn(line: ProfileLine, period: string): FigureCell {
	return line.years.find((one) => one.period === period)?.own ?? null;
}

/** Where a line of the profile comes from. */
export function originOfLine(line: ProfileLine): FigureOrigin {
	return { ...line, title: line.tableTitle };
}
