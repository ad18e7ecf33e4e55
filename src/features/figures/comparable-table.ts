import type { Area } from '#features/areas/area.queries.server.ts';
import { readingTexts } from '#locales/figure-reading.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { formatNumber } from '#ui/format.ts';
import type { AreaCharacteristic } from './area-characteristics.ts';
import type { ComparableAreas } from './comparable-areas.server.ts';
import type { FigureTable } from './figure-download.ts';

/** Comparable areas as a table to download: the area itself first. */
export function comparableTable(
	{ area, basis, used, areas, least, compared }: ComparableAreas & { area: Area },
	language: Language,
): FigureTable {
	const r = readingTexts[language];
	const t = figureTexts[language];
	const many = t.many[area.level];
	const origin = basis && { ...basis, kind: 'register', isProvisional: false };
	const own = [area.name, area.code, '', 0, ...used.map((one) => rounded(one.own))];
	return {
		title: r.likeTitle(area.name, many),
		columns: [r.area, r.code, t.levels.municipality, r.distance, ...used.map(({ characteristic }) => characteristic.name[language])], // prettier-ignore
		rows: [
			{ cells: own, origin },
			...areas.map(({ name, code, municipalityName, distance, values }) => ({
				cells: [name, code, municipalityName, ...[distance, ...values].map(rounded)],
				origin,
			})),
		],
		notes: [
			r.likeMethodSteps(many),
			r.likeMethodDistance,
			r.likeMethodChoice,
			r.likeMethodMissing,
			r.likeLeast(least, used.length),
			...(basis
				? [
						r.likeBasis(
							basis.title,
							basis.tableId,
							basis.period,
							formatNumber(compared, language, 0),
							many,
						),
					]
				: []),
			r.likeSource,
		],
	};
}

/** Two decimals: more is not in the figures that a share is made of. */
function rounded(value: number | null): number | null {
	return value === null ? null : Math.round(value * 100) / 100;
}

/** A value of a characteristic as people read it: a share with one decimal, a number without. */
export function characteristicWords(
	{ scale }: Pick<AreaCharacteristic, 'scale'>,
	value: number | null,
	language: Language,
): string {
	if (value === null) return readingTexts[language].unknownValue;
	return scale === 'log'
		? formatNumber(value, language, value < 100 ? 1 : 0)
		: `${formatNumber(value, language, 1, 1)}%`;
}
